/** The index of the decisions names each record once. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'docs/decisions';
const records = readdirSync(folder).filter((file) => file !== 'README.md');

it('names every decision once, by its number', () => {
  const links = readFileSync(`${folder}/README.md`, 'utf8').matchAll(
    /\[(\d+)\. [^\]]+\]\((\d{4}-[\w-]+\.md)\)/g,
  );
  const named = Array.from(links, ([, number = '', file = '']) => [Number(number), file] as const);
  expect(named.map(([, file]) => file).toSorted()).toEqual(records.toSorted());
  expect(named.filter(([number, file]) => number !== Number.parseInt(file, 10))).toEqual([]);
});

it('gives each record its number', () => {
  const wrong = records.filter(
    (file) => !readFileSync(`${folder}/${file}`, 'utf8').startsWith(`# ${Number.parseInt(file, 10)}. `),
  );
  expect(wrong).toEqual([]);
});
