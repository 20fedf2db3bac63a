/** Builds the index of a language's opportunities: every form by its stem (build side, pure). */
import type { SearchDocument } from '../index/documents';
import type { LanguageRules } from '../words/load-language';
import { fields, type FieldCode, type Posting, type StemEntry } from './term-shard';
import { tokenize } from './tokenize';

interface FormCount {
  readonly spellings: Map<string, number>;
  readonly postings: Posting[];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The folded forms of a document, each with its highest field, and the form of each spelling. */
function formsOf({ meta, content }: SearchDocument) {
  const forms = new Map<string, FieldCode>();
  const spellings = new Map<string, string>();
  const add = (text: string | undefined, field: FieldCode) => {
    for (const { spelled, folded } of tokenize(text ?? '')) {
      if (field >= (forms.get(folded) ?? field)) forms.set(folded, field);
      spellings.set(spelled, folded);
    }
  };
  add(meta.title, fields.title);
  add(meta.organization, fields.organization);
  add(meta.summary, fields.text);
  add(content, fields.text);
  add(meta.words, fields.filed);
  return { forms, spellings };
}

/** The forms of all documents; the last document is the oldest, and has the serial 0. */
function countForms(documents: readonly SearchDocument[]): Map<string, FormCount> {
  const counted = new Map<string, FormCount>();
  for (const [serial, document] of documents.toReversed().entries()) {
    const { forms, spellings } = formsOf(document);
    for (const [folded, field] of forms) {
      const form = counted.get(folded) ?? { spellings: new Map<string, number>(), postings: [] };
      form.postings.push({ serial, field });
      counted.set(folded, form);
    }
    for (const [spelled, folded] of spellings) {
      const counts = counted.get(folded)?.spellings;
      counts?.set(spelled, (counts.get(spelled) ?? 0) + 1);
    }
  }
  return counted;
}

/** The spelling that most documents have; of several the first by code units. */
function usualSpelling({ spellings }: FormCount): string {
  const [first] = [...spellings].sort(([a, often], [b, seldom]) => seldom - often || byCodeUnits(a, b));
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
 * The stems of documents that come newest first, sorted. A form has the stem of its usual spelling, so that it is found
 * without its accents too.
 */
export function buildStems(
  documents: readonly SearchDocument[],
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
