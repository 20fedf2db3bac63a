/** How much of the content is there in which language. */
import { isLocale, type Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName, type RawFields } from '@/model/types/entry';
import { mapEntry } from '@/model/fields/walk';
import { isComplete, type AnyEntry } from '@/pipeline/check/validate';
import { entryRef, type EntryRef, type Nameable } from './entry-ref';

/** An entry that a language doesn’t have yet. */
export interface Untranslated extends EntryRef {
  /** The language to translate from. */
  readonly original: Locale;
  /** Words of the original. */
  readonly words: number;
}

/** The entries of a type in a language. */
export interface TypeCoverage {
  readonly type: ContentTypeName;
  /** Entries on the site. */
  readonly entries: number;
  /** Those that are complete in the language, whichever they were written in. */
  readonly complete: number;
  /** Those that were written in it. */
  readonly written: number;
  /** Words in the language. */
  readonly words: number;
}

export interface LanguageCoverage {
  readonly locale: Locale;
  readonly entries: number;
  readonly complete: number;
  readonly words: number;
  /** Words of the originals that aren’t translated into it. */
  readonly wordsToTranslate: number;
  /** Types that the site has. */
  readonly types: readonly TypeCoverage[];
  /** The longest first. */
  readonly untranslated: readonly Untranslated[];
}

const written = new Set(['text', 'lines', 'markdown']);

/** `'l’eau potable, 24 h' -> 4` */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Words of an entry’s own texts in each language; addresses and choices are none. */
export function wordsOf(entry: Nameable): ReadonlyMap<Locale, number> {
  const words = new Map<Locale, number>();
  mapEntry(entry, ({ widget }, value, { locale }) => {
    if (locale !== undefined && typeof value === 'string' && written.has(widget))
      words.set(locale, (words.get(locale) ?? 0) + countWords(value));
    return value;
  });
  return words;
}

interface Counted {
  readonly entry: AnyEntry;
  readonly original: Locale;
  readonly words: ReadonlyMap<Locale, number>;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function coverageIn(locale: Locale, all: readonly Counted[], editor: string | undefined): LanguageCoverage {
  const types = contentTypeNames.flatMap((type): TypeCoverage[] => {
    const own = all.filter(({ entry }) => entry.type === type);
    if (own.length === 0) return [];
    return [
      {
        type,
        entries: own.length,
        complete: own.filter(({ entry }) => isComplete(entry, locale)).length,
        written: own.filter(({ original }) => original === locale).length,
        words: sum(own.map(({ words }) => words.get(locale) ?? 0)),
      },
    ];
  });
  // Words for the search are a list of each language’s own: one that has none lacks nothing.
  const untranslated = all
    .filter(({ entry }) => entry.type !== 'synonyms' && !isComplete(entry, locale))
    .map(({ entry, original, words }) => ({
      ...entryRef(entry as unknown as Nameable, editor),
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

/** The coverage of each language of the site by the entries on it. */
export function coverageOf(
  entries: readonly AnyEntry[],
  locales: readonly Locale[],
  editor: string | undefined,
): LanguageCoverage[] {
  const counted = entries.flatMap((entry): Counted[] => {
    const original: RawFields[string] = entry.shared.originalLanguage;
    return isLocale(original) ? [{ entry, original, words: wordsOf(entry as unknown as Nameable) }] : [];
  });
  return locales.map((locale) => coverageIn(locale, counted, editor));
}
