/** Checks the documents against the code: modules, imports, numbers of fields. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { modules, scripts } from '../../eslint.config.mjs';

/** The cells of a document's table rows whose first cell is code: `` | `a` | b | `` is `['a', 'b']`. */
function tableRows(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('the linter', () => {
  it('knows every module', () => {
    expect(Object.keys(modules).toSorted()).toEqual(foldersOf('src').toSorted());
    expect(Object.keys(scripts).toSorted()).toEqual(foldersOf('scripts').toSorted());
  });
});

describe('CONTRIBUTING.md', () => {
  it('says of every module what it may import, as the linter has it', () => {
    const listed = tableRows('CONTRIBUTING.md').filter(([, , imports]) => imports !== undefined);
    const told = listed.map(([module = '', , imports = '']) => [
      module,
      imports === '–' ? [] : imports.split(', ').toSorted(),
    ]);
    const linted = Object.entries(modules).map(([module, imports]) => [module, imports.toSorted()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(linted));
  });

  it('says how many fields opportunities have in Contentful', () => {
    const count = /opportunities\s+have (\d+)/.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1];
    expect(Number(count)).toBe(listStoredFields('opportunity').length);
  });
});

describe('README.md', () => {
  it('has every module on its map, no other, and at most fifteen rows', () => {
    const rows = tableRows('README.md').map(([where = '']) => where);
    expect(rows.length).toBeLessThanOrEqual(15);
    const inSource = rows.flatMap((where) => where.split(', ')).filter((where) => where.startsWith('src/'));
    expect(inSource.toSorted()).toEqual(
      foldersOf('src')
        .map((module) => `src/${module}/`)
        .toSorted(),
    );
  });
});
