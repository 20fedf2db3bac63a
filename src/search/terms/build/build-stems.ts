/** Builds the terms index of a language's opportunities: every form by its stem (build side, pure). */
import type { LanguageRules } from '../../words/load-language';
import type { StemEntry } from '../stem-lines';
import { usualSpelling, type FormCount, type WordCounts } from './count-words';

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A stem with all its forms in texts. */
export interface BuiltStem extends StemEntry {
  /** The usual spelling of its most frequent form. */
  readonly spelling: string;
  /** The number of documents with any of its forms. */
  readonly documents: number;
}

function buildStem(stem: string, counts: readonly FormCount[]): BuiltStem {
  const [first] = counts.toSorted((a, b) => b.postings.length - a.postings.length);
  const sorted = counts.toSorted((a, b) => byCodeUnits(a.form, b.form));
  return {
    stem,
    forms: new Map(sorted.map(({ form, postings }) => [form, postings])),
    spelling: first ? usualSpelling(first) : '',
    documents: new Set(counts.flatMap(({ postings }) => postings.map(({ serial }) => serial))).size,
  };
}

/** The stems of texts, sorted by code units. A form has the stem of its usual spelling, so that it is found without its accents too. */
export function buildStems({ forms }: WordCounts, { stem }: LanguageRules): BuiltStem[] {
  return [...Map.groupBy(forms, (form) => stem(usualSpelling(form)))]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([one, counts]) => buildStem(one, counts));
}
