import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { anyText } from './any-text.fixture';
import { cleanText, excerpt } from './characters';

const clean = { direction: false, control: false, lost: false };

describe('cleanText', () => {
  it.each([
    ['an override', 'pay\u202Egnp.exe', 'paygnp.exe'],
    ['an embedding', '\u202Ba\u202C', 'a'],
    ['an isolate that is never closed', 'a\u2067b', 'ab'],
    ['marks', '\u200Ea\u200F\u061C', 'a'],
  ])('takes %s out of a text and says so', (_name, raw, text) => {
    expect(cleanText(raw, true)).toEqual({ ...clean, text, direction: true });
  });

  it('takes control characters out and says so', () => {
    const cleaned = cleanText('a\0b\u0007c\u001B[31m\u009F', false);
    expect(cleaned).toEqual({ ...clean, text: 'abc[31m', control: true });
  });

  it.each([
    ['without width out of a word', '\uFEFFtrans\u00ADla\u200Btion\u2060', 'translation'],
    ['that join letters and pictures in', 'نمی‌خواهم क्‍ष 👩‍💻', 'نمی‌خواهم क्‍ष 👩‍💻'],
    [
      'that are spaces of French in',
      'Pourquoi\u202F? «\u00A0Oui\u00A0»',
      'Pourquoi\u202F? «\u00A0Oui\u00A0»',
    ],
    ['that compose a letter together', 'e\u0301 e\u200B\u0301', 'é é'],
  ])('takes, leaves or puts signs %s', (_what, raw, text) => {
    expect(cleanText(raw, true)).toEqual({ ...clean, text });
  });

  it('is the same for texts of plain letters, which take a shorter way', () => {
    const sign = fc.oneof(
      fc.constantFrom(' ', '\n', '\t', '\u00A0', '\u202F', '’', '€', 'e\u0301', 'Å', '…'),
      fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x2000, max: 0x20af }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.boolean(), (signs, singleLine) => {
        const raw = signs.join('');
        // A soft hyphen, which is taken out without a word, leads the longer way.
        expect(cleanText(raw, singleLine)).toEqual(cleanText(`${raw}\u00AD`, singleLine));
      }),
      { numRuns: randomRuns(2000) },
    );
  });

  it('makes one line of a single-line text', () => {
    expect(cleanText('A\r\n  b\tc \u2028d\ve', true).text).toBe('A b c d e');
    expect(cleanText('a\r\nb\rc\u2029d\tе', false).text).toBe('a\nb\nc\nd\tе');
  });

  it('says where a letter was lost', () => {
    expect(cleanText('Caf\uFFFD', true)).toEqual({ ...clean, text: 'Caf\uFFFD', lost: true });
    expect(cleanText('\uD83D', true)).toMatchObject({ text: '\uFFFD' });
  });

  it('never leaves anything to clean', () => {
    fc.assert(
      fc.property(anyText(), fc.boolean(), (raw, singleLine) => {
        const { text } = cleanText(raw, singleLine);
        expect(cleanText(text, singleLine).text).toBe(text);
        expect(text).not.toMatch(/\p{Bidi_Control}|[\p{Cc}--[\t\n]]/v);
        expect(text.isWellFormed()).toBe(true);
        if (singleLine) expect(text).not.toMatch(/[\n\t]/);
      }),
    );
  });
});

it('excerpt is one line, cut between characters, in which nothing turns the direction', () => {
  expect(excerpt('a\nb', 3)).toBe('a b');
  expect(excerpt('\u202Eabcd', 3)).toBe('abc…');
  expect(excerpt('ab🎉', 3)).toBe('ab…');
});
