/** The two maps of the code say what the code is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../eslint.config.mjs';

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
  it('knows every room', () => {
    expect(Object.keys(rooms).toSorted()).toEqual(foldersOf('src').toSorted());
  });
});

describe('CONTRIBUTING.md', () => {
  it('says of every room what it may import, as the linter has it', () => {
    const listed = tableRows('CONTRIBUTING.md').filter(([, , imports]) => imports !== undefined);
    const told = listed.map(([room = '', , imports = '']) => [
      room,
      imports === '–' ? [] : imports.split(', ').toSorted(),
    ]);
    const linted = Object.entries(rooms).map(([room, imports]) => [room, imports.toSorted()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(linted));
  });
});

describe('README.md', () => {
  it('has every room on its map, and no other', () => {
    const onMap = tableRows('README.md').map(([where = '']) => where);
    const inSource = onMap.filter((where) => where.startsWith('src/'));
    expect(inSource.toSorted()).toEqual(
      foldersOf('src')
        .map((room) => `src/${room}/`)
        .toSorted(),
    );
  });
});
