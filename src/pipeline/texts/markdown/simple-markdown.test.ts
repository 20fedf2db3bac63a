import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { anyMarkdownToHtml } from '../markdown';
import { simpleMarkdownToHtml } from './simple-markdown';

it('converts most blocks of the sample, to the same HTML', () => {
  const texts = globSync('content/opportunities/*.yml')
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\|\n((?: {4}.*\n|\n)+)/g)])
    .map(([, text = '']) => text.replaceAll(/^ {4}/gm, ''));
  const converted = texts.filter((text) => simpleMarkdownToHtml(text) !== undefined);
  expect(converted.length).toBeGreaterThan(texts.length * 0.9);
  for (const text of converted) expect(simpleMarkdownToHtml(text)).toBe(anyMarkdownToHtml(text));
});

it('converts a text to the same HTML, or leaves it to the general program', () => {
  const words = ['word', 'two words', ' ', ', ', '.', '12 of', '3'];
  const plain = fc.constantFrom(...words, '\n', '\n\n', '\n- ', '\n\n- ');
  const other = fc.constantFrom(
    ...'1é;:?!()/%+$“”’«»–—…"\'-*_~`|<>[]{}#&@\\=^\t\r\u00A0\u2028\u{1F600}',
    ...['www.a.org', 'http://a.org', 'mailto:a', '1. ', '1) ', '12.', '7)\n', '  \n'],
  );
  const piece = fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: other });
  let simple = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const html = simpleMarkdownToHtml(text);
      if (html === undefined) return;
      simple++;
      expect(html).toBe(anyMarkdownToHtml(text));
    }),
    { numRuns: randomRuns(4000) },
  );
  expect(simple).toBeGreaterThan(randomRuns(150));
});

it('leaves a list below a list to the general program', () => {
  expect(simpleMarkdownToHtml('- a\n\n- b')).toBeUndefined();
});
