/** The documents name the modules and their imports as the code has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
});

describe('README.md', () => {
  it('has every module on its map and no other', () => {
    const rows = tableRows('README.md').map(([where = '']) => where);
    const inSource = rows.flatMap((where) => where.split(', ')).filter((where) => where.startsWith('src/'));
    expect(inSource.toSorted()).toEqual(
      foldersOf('src')
        .map((module) => `src/${module}/`)
        .toSorted(),
    );
  });
});
