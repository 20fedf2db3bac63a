import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyTree } from './copy-tree';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copy-tree-'));
  mkdirSync(path.join(folder, 'from/en/goals'), { recursive: true });
  mkdirSync(path.join(folder, 'from/fr'));
  writeFileSync(path.join(folder, 'from/index.html'), 'choose');
  writeFileSync(path.join(folder, 'from/en/goals/index.html'), 'goals');
  writeFileSync(path.join(folder, 'from/fr/é.bin'), Buffer.from([0, 255]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = (name: string) => path.join(folder, name);
const filesIn = (name: string) =>
  readdirSync(within(name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file))
    .toSorted();

it('copies every file into a folder that it makes, and the copies are files of their own', async () => {
  await copyTree(within('from'), within('new/to'));
  expect(filesIn('new/to')).toEqual(['en/goals/index.html', 'fr/é.bin', 'index.html']);
  expect(readFileSync(within('new/to/fr/é.bin'))).toEqual(Buffer.from([0, 255]));
  writeFileSync(within('new/to/index.html'), 'changed');
  expect(readFileSync(within('from/index.html'), 'utf8')).toBe('choose');
});

it('copies what is wanted alone', async () => {
  await copyTree(within('from'), within('to'), (name) => !name.startsWith('fr/'));
  expect(filesIn('to')).toEqual(['en/goals/index.html', 'index.html']);
});

it('rejects where there is nothing to copy from', async () => {
  await expect(copyTree(within('nowhere'), within('to'))).rejects.toThrow('ENOENT');
});
