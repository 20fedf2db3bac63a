/** Builds the index of a language's opportunities: every form by its stem (build side, pure). */
import type { LanguageRules } from '../words/load-language';
import type { Sentence } from './document-sentences';
import type { FieldCode, StemEntry } from './term-shard';

interface FormCount {
  /** Each with the number of its documents, and the serial of the last. */
  readonly spellings: Map<string, { documents: number; last: number }>;
  readonly postings: { readonly serial: number; field: FieldCode }[];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The forms of all documents; the last document is the oldest, and has the serial 0. */
function countForms(documents: readonly (readonly Sentence[])[]): Map<string, FormCount> {
  const counted = new Map<string, FormCount>();
  for (const [serial, sentences] of documents.toReversed().entries()) {
    for (const { field, tokens } of sentences) {
      for (const { spelled, folded } of tokens) {
        const form: FormCount = counted.get(folded) ?? { spellings: new Map(), postings: [] };
        const last = form.postings.at(-1);
        if (!last) counted.set(folded, form);
        if (last?.serial !== serial) form.postings.push({ serial, field });
        else if (field > last.field) last.field = field;
        const spelling = form.spellings.get(spelled);
        if (!spelling) form.spellings.set(spelled, { documents: 1, last: serial });
        else if (spelling.last !== serial) {
          spelling.documents += 1;
          spelling.last = serial;
        }
      }
    }
  }
  return counted;
}

/** The spelling that most documents have; of several the first by code units. */
function usualSpelling({ spellings }: FormCount): string {
  const [first] = [...spellings].sort(
    ([a, often], [b, seldom]) => seldom.documents - often.documents || byCodeUnits(a, b),
  );
  return first?.[0] ?? '';
}

/** A stem with all its forms in texts. */
export interface BuiltStem extends StemEntry {
  /** The usual spelling of its most frequent form. */
  readonly spelling: string;
  /** The number of documents with any of its forms. */
  readonly documents: number;
}

function builtStem(stem: string, counted: ReadonlyMap<string, FormCount>): BuiltStem {
  const sorted = [...counted].sort(([a], [b]) => byCodeUnits(a, b));
  const [first] = sorted.toSorted(([, a], [, b]) => b.postings.length - a.postings.length);
  const serials = new Set(sorted.flatMap(([, { postings }]) => postings.map(({ serial }) => serial)));
  return {
    stem,
    forms: new Map(sorted.map(([form, { postings }]) => [form, postings])),
    spelling: first ? usualSpelling(first[1]) : '',
    documents: serials.size,
  };
}

/**
 * The stems of documents that come newest first, sorted by code units. A form has the stem of its usual spelling, so that
 * it is found without its accents too.
 */
export function buildStems(
  documents: readonly (readonly Sentence[])[],
  { stem: stemOf }: LanguageRules,
): BuiltStem[] {
  const stems = new Map<string, Map<string, FormCount>>();
  for (const [folded, form] of countForms(documents)) {
    const stem = stemOf(usualSpelling(form));
    const forms = stems.get(stem) ?? new Map<string, FormCount>();
    stems.set(stem, forms.set(folded, form));
  }
  return [...stems].sort(([a], [b]) => byCodeUnits(a, b)).map(([stem, forms]) => builtStem(stem, forms));
}
