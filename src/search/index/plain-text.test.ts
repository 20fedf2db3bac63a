import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';

describe('plainText', () => {
  it('keeps the words and drops the marks', () => {
    expect(
      plainText(
        [
          '## What you do',
          '',
          'You **translate** a [handbook](https://a.example/x "Title") of _36 pages_.  ',
          '',
          '- first `file`',
          '* second ~~part~~',
          '3) third',
          '',
          '> quoted \\*star\\*',
          '',
          '| a | b |',
          '|---|:-:|',
          '| c | d |',
          '<div onclick="x()">inside</div> &amp; more, see https://b.example/y',
        ].join('\n'),
      ),
    ).toBe(
      'What you do. You translate a handbook of 36 pages. first file second part third. quoted star a b c d inside & more, see',
    );
  });

  it('leaves ordinary signs in place', () => {
    expect(plainText('3–5 words: 2 < 3, snake_case, R&D, 10 % (a-b)')).toBe(
      '3–5 words: 2 < 3, snake_case, R&D, 10 % (a-b).',
    );
  });

  it('ends list items as sentences', () => {
    expect(plainText('- Reading Quechua\n- Plain Spanish, spoken aloud;\n- Respect')).toBe(
      'Reading Quechua. Plain Spanish, spoken aloud; Respect.',
    );
  });

  it('is quick on hostile input', () => {
    const started = performance.now();
    for (const piece of ['[', '![', '<a', '*_', '|-', '`', '\\', '&amp;', '[x]('])
      plainText(piece.repeat(3000));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
