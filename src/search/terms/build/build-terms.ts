/** Builds the terms index of a language's opportunities: every form by its stem (build side, pure). */
import type { LanguageRules } from '../../words/load-language';
import { usualSpelling, type FormCount, type WordCounts } from './count-words';
import { serialOf, type PackedStem } from './encode-stem';

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A stem with all its forms in texts. */
export interface BuiltStem extends PackedStem {
  /** The usual spelling of its most frequent form. */
  readonly spelling: string;
  /** The number of documents with any of its forms. */
  readonly documents: number;
}

/** The number of documents with any of the forms. */
function countDocuments(forms: readonly FormCount[]): number {
  const [first] = forms;
  if (forms.length === 1 && first) return first.postings.length;
  const serials = new Set<number>();
  for (const { postings } of forms) for (const posting of postings) serials.add(serialOf(posting));
  return serials.size;
}

function builtStem(stem: string, unsorted: readonly FormCount[]): BuiltStem {
  const forms = unsorted.toSorted((a, b) => byCodeUnits(a.form, b.form));
  const [first] = forms.toSorted((a, b) => b.postings.length - a.postings.length);
  return {
    stem,
    forms: forms.map(({ form, postings }) => [form, postings]),
    spelling: first ? usualSpelling(first.spellings) : '',
    documents: countDocuments(forms),
  };
}

/** The stems of texts, sorted by code units. A form has the stem of its usual spelling, so that it is found without its accents too. */
export function buildStems({ forms }: WordCounts, { stem: stemOf }: LanguageRules): BuiltStem[] {
  const stems = new Map<string, FormCount[]>();
  for (const form of forms) {
    if (form.postings.length === 0) continue;
    const stem = stemOf(usualSpelling(form.spellings));
    const others = stems.get(stem);
    if (others) others.push(form);
    else stems.set(stem, [form]);
  }
  return [...stems].sort(([a], [b]) => byCodeUnits(a, b)).map(([stem, some]) => builtStem(stem, some));
}
