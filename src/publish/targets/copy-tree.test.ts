import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { copyTree } from './copy-tree';

const folder = temporaryFolder();
const { at } = folder;
beforeEach(() => {
  folder.write('from/index.html', 'choose');
  folder.write('from/en/goals/index.html', 'goals');
  folder.write('from/fr/é.bin', Buffer.from([0, 255]));
});

it('copies every file into a folder that it makes, and the copies are files of their own', async () => {
  await copyTree(at('from'), at('new/to'));
  expect(folder.files('new/to')).toEqual(['en/goals/index.html', 'fr/é.bin', 'index.html']);
  expect(folder.read('new/to/fr/é.bin')).toEqual(folder.read('from/fr/é.bin'));
  folder.write('new/to/index.html', 'changed');
  expect(folder.read('from/index.html')).toBe('choose');
});

it('rejects where there is nothing to copy from', async () => {
  await expect(copyTree(at('nowhere'), at('to'))).rejects.toThrow('ENOENT');
});
