/** Words to avoid, of docs/writing.md, in every text that someone reads. */
import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { avoidedWords, faultsIn, parseAvoidedWords, type TextKind } from './words';
import { contentTexts, documentTexts, messageTexts, stringTexts } from './written-texts';

const texts: Readonly<Record<TextKind, typeof documentTexts>> = {
  strings: stringTexts,
  messages: messageTexts,
  documents: documentTexts,
  // What visitors may type is in words of their own.
  content: (locale) => contentTexts(locale).filter(([place]) => !place.includes('.phrases.')),
};

const cases = locales.flatMap((locale) =>
  (Object.keys(texts) as TextKind[])
    .filter((kind) => kind !== 'messages' || locale === 'en')
    .map((kind) => [kind, locale] as const),
);

describe('words to avoid', () => {
  it.each(cases)('are in none of the %s (%s)', (kind, locale) => {
    const words = avoidedWords.get(locale) ?? [];
    expect(words.length).toBeGreaterThan(0);
    const mayHave = (text: string) => faultsIn(text, words, kind).length > 0;
    const faults = texts[kind](locale, mayHave).flatMap(([place, text]) =>
      faultsIn(text, words, kind).map((fault) => `${place}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it.each(cases)('are looked for in all of the %s (%s)', (kind, locale) => {
    let files = 0;
    const read = texts[kind](locale, () => {
      files += 1;
      return false;
    });
    expect(read.length + files).toBeGreaterThan(kind === 'documents' && locale !== 'en' ? 1 : 50);
  });
});

describe('a table of words to avoid', () => {
  const words = (rows: string) =>
    parseAvoidedWords(`### English\n\n| Avoid | Use | In |\n| --- | --- | --- |\n${rows}\n`).get('en') ?? [];

  it.each<[rows: string, text: string, kind: TextKind, isFault: boolean]>([
    ['| mend… | fix | |', 'It was mended.', 'strings', true],
    ['| mend… | fix | |', 'We recommend it.', 'strings', false],
    ['| mend | fix | |', 'It was mended.', 'strings', false],
    ['| one / isn’t ours | – | |', "It isn't\n  ours.", 'content', true],
    ['| shall | – | documents, strings |', 'Shall they?', 'documents', true],
    ['| shall | – | documents, strings |', 'Shall they?', 'content', false],
  ])('%s: %s (%s)', (rows, text, kind, isFault) => {
    expect(faultsIn(text, words(rows), kind)).toHaveLength(isFault ? 1 : 0);
  });

  it('refuses a place that it doesn’t know', () => {
    expect(() => words('| shall | – | letters |')).toThrow('“letters”');
  });
});
