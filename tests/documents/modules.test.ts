/** The linter and the documents know every module. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modules, scripts } from '../../packages/checks/modules.mjs';

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

it('CONTRIBUTING.md says of every module what it does', () => {
  const listed = tableRows('CONTRIBUTING.md').map(([module = '']) => module);
  expect(foldersOf('src').filter((module) => !listed.includes(module))).toEqual([]);
});
