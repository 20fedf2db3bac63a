/** Measures how much of the content exists in each language. */
import type { Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { mapEntry } from '@/model/fields/walk';
import type { Entry } from '@/model/types/types';
import { isComplete } from '@/pipeline/check/validate';
import type { EntryRef, ReportableEntry } from './entry-ref';

/** An entry that isn’t translated into a language yet. */
interface UntranslatedEntry extends EntryRef {
  /** The language to translate from. */
  readonly original: Locale;
  /** Words in the original. */
  readonly words: number;
}

/** The entries of a type in a language. */
interface TypeCoverage {
  readonly type: ContentTypeName;
  /** Entries on the site. */
  readonly entries: number;
  /** Entries that are complete in the language, whether original or translated. */
  readonly complete: number;
  /** Words in the language. */
  readonly words: number;
}

export interface LanguageCoverage {
  readonly locale: Locale;
  readonly entries: number;
  readonly complete: number;
  readonly words: number;
  /** Words of the originals that aren’t translated into the language. */
  readonly wordsToTranslate: number;
  /** Types that the site has. */
  readonly types: readonly TypeCoverage[];
  /** The longest first. */
  readonly untranslated: readonly UntranslatedEntry[];
}

const writtenWidgets = new Set(['text', 'lines', 'markdown']);

/** `'l’eau potable, 24 h' -> 4` */
export function countTextWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Counts the words of an entry’s texts in each language, without addresses and choices. */
function countEntryWords(entry: ReportableEntry): ReadonlyMap<Locale, number> {
  const words = new Map<Locale, number>();
  mapEntry(entry, ({ widget }, value, { locale }) => {
    if (locale !== undefined && typeof value === 'string' && writtenWidgets.has(widget))
      words.set(locale, (words.get(locale) ?? 0) + countTextWords(value));
    return value;
  });
  return words;
}

interface EntryWords {
  readonly entry: Entry;
  readonly original: Locale;
  readonly words: ReadonlyMap<Locale, number>;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function measureLanguage(
  locale: Locale,
  all: readonly EntryWords[],
  createRef: (entry: Entry) => EntryRef,
): LanguageCoverage {
  const types = contentTypeNames.flatMap((type): TypeCoverage[] => {
    const ofType = all.filter(({ entry }) => entry.type === type);
    if (ofType.length === 0) return [];
    return [
      {
        type,
        entries: ofType.length,
        complete: ofType.filter(({ entry }) => isComplete(entry, locale)).length,
        words: sum(ofType.map(({ words }) => words.get(locale) ?? 0)),
      },
    ];
  });
  // Each language has its own synonyms, so they need no translation.
  const untranslated = all
    .filter(({ entry }) => entry.type !== 'synonyms' && !isComplete(entry, locale))
    .map(({ entry, original, words }) => ({
      ...createRef(entry),
      original,
      words: words.get(original) ?? 0,
    }))
    .toSorted((a, b) => b.words - a.words || (a.id < b.id ? -1 : 1));
  return {
    locale,
    entries: sum(types.map(({ entries }) => entries)),
    complete: sum(types.map(({ complete }) => complete)),
    words: sum(types.map(({ words }) => words)),
    wordsToTranslate: sum(untranslated.map(({ words }) => words)),
    types,
    untranslated,
  };
}

/** Measures the coverage of each language by the entries on the site. */
export function measureCoverage(
  entries: readonly Entry[],
  locales: readonly Locale[],
  createRef: (entry: Entry) => EntryRef,
): LanguageCoverage[] {
  const counted = entries.map((entry): EntryWords => {
    const original = entry.shared.originalLanguage;
    return { entry, original, words: countEntryWords(entry) };
  });
  return locales.map((locale) => measureLanguage(locale, counted, createRef));
}
