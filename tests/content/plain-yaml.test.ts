/** The fast parser of content files reads the same as the careful one, or leaves the text to it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createRandom } from '@scripts/bench/content/random';
import { parsePlainYaml } from '@/sources/files/parse-plain-yaml';
import { parseAnyYaml } from '@/sources/files/parse-yaml';

const texts = globSync('content/**/*.yml').map((file) => readFileSync(file, 'utf8'));

/** Parts that YAML gives a meaning, or that parsers read differently. */
const signs = ':-#*&!|>?~,%@`="\'[]{}\t\n\r';
const scalars = 'null true No 0x1F 0o17 0b11 1_000 1e3 .5 .inf +1 12345678901234567890 2026-11-25 __proto__';
const parts = [
  ...signs,
  ...scalars.split(' '),
  ...[' ', ': ', '- ', ' : ', '<<: ', '\n---\n', '\n...\n', '\u2028', '\ufeff'],
];

it('reads almost all files of the sample', () => {
  const read = texts.filter((text) => parsePlainYaml(text));
  expect(read.length).toBeGreaterThan(texts.length * 0.9);
  for (const text of read) expect(parsePlainYaml(text)?.value).toEqual(parseAnyYaml(text));
});

it('reads changed files as the careful one does', () => {
  const { int, pick } = createRandom(1);
  let read = 0;
  for (let round = 0; round < 3000; round++) {
    let text = pick(texts).slice(0, int(100, 900));
    for (let changes = int(1, 4); changes > 0; changes--) {
      const at = int(0, text.length);
      text = text.slice(0, at) + pick(parts) + text.slice(at + int(0, 2));
    }
    const plain = parsePlainYaml(text);
    if (!plain) continue;
    read++;
    expect({ text, value: plain.value }).toEqual({ text, value: parseAnyYaml(text) });
  }
  expect(read).toBeGreaterThan(1000);
});

it.each(['a: &b c', 'a: 1\na: 2', 'a: "b', 'a: 1\n---\nb: 2', ': a'])(
  'leaves %j to the careful one',
  (text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  },
);
