import { expect, it } from 'vitest';
import { codeOf } from './code';
import { largeFolders, median, namesUsedTwice, smallFiles } from './measures';
import { folderLines, nameLines, smallFileLines, tableLines } from './report';
import { rows } from './rows';

const lock = JSON.stringify({
  packages: { '': {}, 'vendor/empty': {}, 'node_modules/a': {}, 'node_modules/b': { link: true } },
});

const code = (texts: Readonly<Record<string, string>>) => codeOf(new Map(Object.entries(texts)), lock);

const small = code({
  'src/a.ts': "import './b';\nexport type A = 1;\nexport const one = 1;\n",
  'src/b.ts': 'export type A = 2;\n',
  'src/b.fixture.ts': 'export type A = 3;\n',
  'src/c/c.test.ts': 'export type A = 4;\n',
  'src/c/d.ts': 'export const one = 2;\nexport interface Only {}\n',
  'src/site.css': 'p{}\n',
  'scripts/e.ts': 'run(process.env);\n',
  'tests/f.ts': 'export type A = 5;\n',
});

it('prints a row a figure, a column a state, and the aim', () => {
  const lines = tableLines([
    { title: 'now', code: small },
    { title: 'before', code: code({}) },
  ]);
  expect(lines).toEqual([
    '                                          now  before        aim',
    'lines, src and scripts                      7       0  <= 46,000',
    'lines, src                                  6       0  <= 36,000',
    'lines, scripts                              1       0',
    'files, src                                  3       0     <= 560',
    'files, scripts                              1       0',
    'lines of a file, median                     1       0',
    'exported names                              5       0',
    'exported names used twice                   2       0',
    'exported type names used twice              1       0          0',
    'folders with more than 15 files             0       0       <= 6',
    'files under 60 lines for one importer       1       0',
    'files that read process.env                 1       0',
    'comments that begin with What or Whether    0       0',
    'packages in package-lock.json               1       1     <= 650',
  ]);
  expect(lines).toHaveLength(rows.length + 1);
});

it('lists names that several files export, and where', () => {
  expect(nameLines(small)).toEqual([
    'Types:',
    '  A: src/a.ts, src/b.ts',
    'Other names:',
    '  one: src/a.ts, src/c/d.ts',
  ]);
  expect(namesUsedTwice(small, { typesOnly: true }).has('one')).toBe(false);
});

it('counts files of a folder without its tests and sub-folders, and style sheets with them', () => {
  expect(largeFolders(small, 2)).toEqual([['src', 3]]);
  expect(folderLines(small)).toEqual([]);
});

it('takes the lower of two middles', () => {
  expect(median([9, 1, 3, 11])).toBe(3);
  expect(median([])).toBe(0);
});

const long = '\n'.repeat(60);

it.each([
  { what: 'a short file for one importer', texts: {}, found: ['src/x/part.ts'] },
  { what: 'none that is long', texts: { 'src/x/part.ts': long }, found: [] },
  { what: 'none with a test', texts: { 'src/x/part.test.ts': '' }, found: [] },
  { what: 'none that another file needs', texts: { 'src/z.ts': "import '@/x/part';" }, found: [] },
  { what: 'none that a test elsewhere needs', texts: { 'tests/z.ts': "import '@/x/part';" }, found: [] },
  {
    what: 'none for another folder',
    texts: { 'src/x/whole.ts': '', 'src/z.ts': "import './x/part';" },
    found: [],
  },
])('finds $what', ({ texts, found }) => {
  const files = code({ 'src/x/whole.ts': "import './part';", 'src/x/part.ts': '\n', ...texts });
  expect(smallFiles(files, 60).map(({ file }) => file.path)).toEqual(found);
});

it('leaves out files that are for the browser', () => {
  const files = code({ 'src/x/whole.ts': "import './part.client';", 'src/x/part.client.ts': '\n' });
  expect(smallFiles(files, 60)).toEqual([]);
});

it('lists a small file with its importer', () => {
  expect(smallFileLines(small)).toEqual(['   1  src/b.ts (imported by src/a.ts)']);
});
