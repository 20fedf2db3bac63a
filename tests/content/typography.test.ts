/** Every text that readers see, the interface's and the sample's, is set as its language asks. */
import { describe, expect, it } from 'vitest';
import { editorTexts } from '@/i18n/editor';
import { locales, type Locale } from '@/i18n/locales';
import { strings } from '@/i18n/strings';
import { contentTexts } from '../documents/written-texts';
import { faultsOf } from './typography';

/** What is typed for programs has a colon without a space: `mailto:`, `task:translation`. */
const typed = /\b(?:mailto|tel|task|cause|country):[\w-]*/gu;

/** The site says “volontaire”. The page about it and the search also know the other word that French readers use. */
const isOtherWord = (fault: string) =>
  /^content\/(?:pages\/about|synonyms\/).*“bénévole”, where/u.test(fault);

describe('typography', () => {
  it.each(locales)('is right in the interface, the editors’ tools and the content (%s)', (locale) => {
    const texts = [
      ...Object.entries(strings[locale]),
      ...Object.entries(editorTexts(locale)).map(
        ([key, text]) => [key, text.replaceAll(typed, 'x')] as const,
      ),
      ...contentTexts(locale),
    ];
    const faults = texts.flatMap(([place, text]) =>
      faultsOf(text, locale).map((fault) => `${place}: ${fault}`),
    );
    expect(faults.filter((fault) => !isOtherWord(fault))).toEqual([]);
  });

  it.each<[Locale, string]>([
    ['en', "It's here"],
    ['en', '5 MB'],
    ['fr', 'Où ?'],
    ['fr', 'Où\u00A0?'],
    ['fr', 'voici :'],
    ['fr', 'voici: ceci'],
    ['fr', '« ici\u202F»'],
    ['fr', '«\u202Fici\u00A0»'],
    ['fr', '30 000 personnes'],
    ['es', '¿Dónde? Y cuándo?'],
    ['es', '« aquí»'],
  ])('sees a fault (%s: %s)', (locale, text) => {
    expect(faultsOf(text, locale)).toHaveLength(1);
  });
});
