/** How large each module is, and how large it may be: code grows unseen, and a small team has to own all of it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import reached from './module-sizes.json' with { type: 'json' };

/** Lines of each module: `{ 'src/model': 4500, tests: 45000 }`. */
type ModuleSizes = Readonly<Record<string, number>>;

/** The table of what each module reached, which `npm run sizes` writes. */
export const sizesFile = 'scripts/sizes/module-sizes.json';

const roots = ['packages', 'scripts', 'src', 'tests'];

/** Folders that no repository holds, so that a copy without git counts the same. */
const generated = new Set(['.astro', '.local', 'dist', 'node_modules']);

const isCode = (file: string) => /\.(?:ts|tsx|astro|css|mjs)$/.test(file);

const isTest = (file: string) => file.startsWith('tests/') || /\.(?:test|spec|fixture)\./.test(file);

function filesIn(folder: string, under: string): string[] {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const file = `${under}/${entry.name}`;
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : filesIn(folder, file);
    return isCode(file) ? [file] : [];
  });
}

/** The module of a file: `src/model/time/stage.ts -> src/model`, `scripts/build.ts -> scripts`; all tests are one. */
function moduleOf(file: string): string {
  if (isTest(file)) return 'tests';
  const [root = '', name = '', ...rest] = file.split('/');
  return rest.length === 0 ? root : `${root}/${name}`;
}

/** The lines that each module of this folder has, comments and empty lines included, by name. */
export function countModules(folder: string): ModuleSizes {
  const present = new Set(readdirSync(folder));
  const sizes: Record<string, number> = {};
  for (const file of roots.filter((root) => present.has(root)).flatMap((root) => filesIn(folder, root))) {
    const module = moduleOf(file);
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n').length - 1;
    sizes[module] = (sizes[module] ?? 0) + lines;
  }
  return Object.fromEntries(Object.entries(sizes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many lines a module may have that reached so many: a tenth more, or 30 where that is less than a fix takes. */
const limitOf = (lines: number) => lines + Math.max(Math.ceil(lines / 10), 30);

/** Lists the modules that are too large, unknown, or gone. */
export function sizeProblems(sizes: ModuleSizes, table: ModuleSizes = reached): string[] {
  const gone = Object.keys(table).filter((module) => sizes[module] === undefined);
  return [
    ...Object.entries(sizes).flatMap(([module, lines]) => {
      const known = table[module];
      if (known === undefined)
        return `${module} has ${lines} lines and isn’t in ${sizesFile}. Run \`npm run sizes\`.`;
      if (lines <= limitOf(known)) return [];
      return (
        `${module} has ${lines} lines; its limit is ${limitOf(known)}, a tenth above ${known}. Take something out. ` +
        `Or raise the number in ${sizesFile}, with a line in a decision record that says why ` +
        `(docs/decisions/0008-boundaries-kept-by-the-linter.md).`
      );
    }),
    ...gone.map((module) => `${module} is gone: take it out of ${sizesFile}, or run \`npm run sizes\`.`),
  ];
}
