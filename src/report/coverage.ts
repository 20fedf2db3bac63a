/** Measures how much of the content exists in each language. */
import type { Locale } from '@/i18n/locales';
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

export interface LanguageCoverage {
  readonly locale: Locale;
  /** Entries on the site. */
  readonly entries: number;
  /** Entries that are complete in the language, whether original or translated. */
  readonly complete: number;
  /** Words in the language. */
  readonly words: number;
  /** Words of the originals that aren’t translated into the language. */
  readonly wordsToTranslate: number;
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Measures the coverage of each language by the entries on the site. */
export function measureCoverage(
  entries: readonly Entry[],
  locales: readonly Locale[],
  createRef: (entry: Entry) => EntryRef,
): LanguageCoverage[] {
  const counted = entries.map((entry) => ({ entry, words: countEntryWords(entry) }));
  return locales.map((locale) => {
    // Each language has its own synonyms, so they need no translation.
    const untranslated = counted
      .filter(({ entry }) => entry.type !== 'synonyms' && !isComplete(entry, locale))
      .map(({ entry, words }) => {
        const original = entry.shared.originalLanguage;
        return { ...createRef(entry), original, words: words.get(original) ?? 0 };
      })
      .toSorted((a, b) => b.words - a.words || (a.id < b.id ? -1 : 1));
    return {
      locale,
      entries: entries.length,
      complete: entries.filter((entry) => isComplete(entry, locale)).length,
      words: sum(counted.map(({ words }) => words.get(locale) ?? 0)),
      wordsToTranslate: sum(untranslated.map(({ words }) => words)),
      untranslated,
    };
  });
}
