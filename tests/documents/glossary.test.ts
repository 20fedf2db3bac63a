/** The places that docs/glossary.md names are there. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What the last cells of the tables name as a file or a folder: `src/model`, `stem-lines.ts`. */
const places = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap(
    (line) =>
      line
        .split('|')
        .at(-2)
        ?.match(/[\w./-]+\/[\w./-]*|[\w-]+\.(?:tsx?|astro|json)\b/g) ?? [],
  );

it('the glossary names files and folders that are there', () => {
  const files = globSync('{content,packages,scripts,src}/**', { exclude: ['**/node_modules/**'] });
  const isThere = (place: string) =>
    files.some((file) => `/${file}/`.endsWith(`/${place.replace(/\/$/, '')}/`) || file === place);
  expect(places.length).toBeGreaterThan(50);
  expect(places.filter((place) => !isThere(place) && place !== 'package.json')).toEqual([]);
});
