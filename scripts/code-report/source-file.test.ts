import { describe, expect, it } from 'vitest';
import { readSourceFile } from './source-file';

const read = (...lines: readonly string[]) => readSourceFile('src/a.ts', `${lines.join('\n')}\n`);

const names = (...lines: readonly string[]) =>
  read(...lines).exports.map(({ name, isType }) => (isType ? `type ${name}` : name));

describe('names that a file exports', () => {
  it('are those of its own declarations', () => {
    expect(
      names(
        'export const a = 1, { b, c: [d] } = e;',
        'export function f() {}',
        'export type T = 1;',
        'export interface I {}',
        'export class C {}',
        'export enum E {}',
        'const hidden = 1;',
        'export default 1;',
      ),
    ).toEqual(['a', 'b', 'd', 'f', 'type T', 'type I', 'type C', 'type E']);
  });

  it('are also those that are exported below, under the name they have outside', () => {
    expect(names('interface A {}', 'const b = 1;', 'export { type A, b as c };')).toEqual(['type A', 'c']);
  });

  it('are not those that are passed on', () => {
    expect(
      names("import { a } from './b';", 'export { a };', "export { c } from './d';", "export * from './e';"),
    ).toEqual([]);
  });

  it('are not those that routes have to export', () => {
    expect(names('export const prerender = true;', 'export function getStaticPaths() {}')).toEqual([]);
  });

  it('count once where a type and a value share one', () => {
    expect(names('export const A = 1;', 'export type A = typeof A;')).toEqual(['type A']);
  });
});

it('finds the files of ours that are named, however they are loaded', () => {
  const { references } = read(
    "import a from './a';",
    "import type { B } from '@/model/b';",
    "export { c } from '../c';",
    "const d = await import('./d');",
    "type E = import('./e').E;",
    "import fs from 'node:fs';",
    'const text = "a/b";',
  );
  expect(references).toEqual(['./a', '@/model/b', '../c', './d', './e']);
});

it.each([
  { code: 'run(process.env);', reads: true },
  { code: "const url = process.env['SITE_URL'];", reads: true },
  { code: '// process.env is read elsewhere', reads: false },
  { code: "const help = 'process.env';", reads: false },
])('says of $code whether it reads the environment', ({ code, reads }) => {
  expect(read(code).readsEnvironment).toBe(reads);
});

it('counts comments that begin with What or Whether', () => {
  const { whatComments } = read(
    '/** What a file is. */',
    '/**',
    ' * Whether it is there.',
    ' */',
    'a(); // What it returns',
    '// It says',
    '// What comes on a second line doesn’t count.',
    '/** Somewhat, and Whatever. */',
    '/* Whatever */',
  );
  expect(whatComments).toBe(3);
});

it('reads what stands between the fences of a component, and its scripts', () => {
  const component = [
    '---',
    "import A from './A.astro';",
    'export interface Props {}',
    'const site = process.env.SITE_URL;',
    '---',
    '<A />',
    '<script>',
    "  import './a.client';",
    '</script>',
    '',
  ].join('\n');
  expect(readSourceFile('src/B.astro', component)).toEqual({
    path: 'src/B.astro',
    lines: 9,
    exports: [{ name: 'Props', isType: true }],
    references: ['./A.astro', './a.client'],
    readsEnvironment: true,
    whatComments: 0,
  });
});
