/** Names of types: one for each thing (docs/glossary.md). */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const declaration = /^export (?:declare |abstract )*(?:type|interface|class|(?:const )?enum) (\w+)/gm;

/** The names of types that a file declares and exports, each once: a class and its interface can share one. */
function exportedTypes(file: string): string[] {
  return [...new Set(Array.from(readFileSync(file, 'utf8').matchAll(declaration), ([, name = '']) => name))];
}

it('no two files export a type of the same name', () => {
  const files = globSync('{packages,src,scripts}/**/*.{ts,tsx,astro}', {
    // What stands alone has names of its own.
    exclude: ['**/node_modules/**', 'packages/contentful-local/**'],
  }).filter((file) => !/\.(?:test|spec|fixture)\.tsx?$/.test(file));
  const names = files.flatMap(exportedTypes);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
