/** Builds the index of a language's opportunities: every form by its stem, in shards (build side, pure). */
import type { SearchDocument } from '../index/documents';
import type { LanguageRules } from '../words/load-language';
import { encodeStem, fields, type FieldCode, type Posting } from './term-shard';
import { tokenize } from './tokenize';

/** Characters of a shard: about four kilobytes as hosts send it. */
const shardLength = 8000;

/** A shard to be written. */
export interface BuiltShard {
  /** Of its first line. */
  readonly firstStem: string;
  readonly text: string;
}

interface FormCount {
  readonly spellings: Map<string, number>;
  readonly postings: Posting[];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The folded forms of a document, each with its highest field and its spellings. */
function formsOf({ meta, content }: SearchDocument) {
  const forms = new Map<string, { field: FieldCode; readonly spellings: Set<string> }>();
  const add = (text: string | undefined, field: FieldCode) => {
    for (const { spelled, folded } of tokenize(text ?? '')) {
      const known = forms.get(folded) ?? { field, spellings: new Set() };
      if (field > known.field) known.field = field;
      known.spellings.add(spelled);
      forms.set(folded, known);
    }
  };
  add(meta.title, fields.title);
  add(meta.organization, fields.organization);
  add(meta.summary, fields.text);
  add(content, fields.text);
  add(meta.words, fields.filed);
  return forms;
}

/** The forms of all documents; the last document is the oldest, and has the serial 0. */
function countForms(documents: readonly SearchDocument[]): Map<string, FormCount> {
  const counted = new Map<string, FormCount>();
  for (const [serial, document] of documents.toReversed().entries()) {
    for (const [folded, { field, spellings }] of formsOf(document)) {
      const form = counted.get(folded) ?? { spellings: new Map<string, number>(), postings: [] };
      form.postings.push({ serial, field });
      for (const spelled of spellings) form.spellings.set(spelled, (form.spellings.get(spelled) ?? 0) + 1);
      counted.set(folded, form);
    }
  }
  return counted;
}

/** The spelling that most documents have; of several the first by code units. */
function usualSpelling({ spellings }: FormCount): string {
  const [first] = [...spellings].sort(([a, often], [b, seldom]) => seldom - often || byCodeUnits(a, b));
  return first?.[0] ?? '';
}

/**
 * Builds the shards of documents that come newest first, in the order of stems. A form has the stem of its usual spelling,
 * so that it is found without its accents too.
 */
export function buildShards(
  documents: readonly SearchDocument[],
  { stem: stemOf }: LanguageRules,
): BuiltShard[] {
  const stems = new Map<string, Map<string, readonly Posting[]>>();
  for (const [folded, form] of countForms(documents)) {
    const stem = stemOf(usualSpelling(form));
    const forms = stems.get(stem) ?? new Map<string, readonly Posting[]>();
    stems.set(stem, forms.set(folded, form.postings));
  }
  const shards: BuiltShard[] = [];
  let lines: string[] = [];
  let [firstStem, length] = ['', 0];
  const close = () => {
    if (lines.length > 0) shards.push({ firstStem, text: `${lines.join('\n')}\n` });
    [lines, length] = [[], 0];
  };
  for (const [stem, forms] of [...stems].sort(([a], [b]) => byCodeUnits(a, b))) {
    const line = encodeStem({ stem, forms: new Map([...forms].sort(([a], [b]) => byCodeUnits(a, b))) });
    if (length + line.length > shardLength) close();
    if (lines.length === 0) firstStem = stem;
    lines.push(line);
    length += line.length;
  }
  close();
  return shards;
}
