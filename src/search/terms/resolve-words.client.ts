/** Looks up each word of a query in the terms: as typed, in other forms, as a beginning, or corrected. */
import type { Correction } from '../query/corrections';
import { correctionsWithOneEdit, findCorrections } from '../query/corrections';
import type { Dictionary } from '../query/dictionary';
import { bestFirst, interleave, mostSharedByRare, relevance } from '../ranking';
import type { Terms } from './open-terms.client';
import type { TypedWord } from './parse-query';
import { foldWord } from '../words/query-terms';
import { wordWeight, type RankedWord } from './rank-rows';
import { fields, type FieldCode, type StemEntry } from './term-shard';
import type { Token } from './tokenize';

/** Shorter words have too many beginnings, and too many neighbours. */
const shortestBeginning = 3;

/** Queries of so many words are taken by the letter: questions have more. */
const fewWords = 2;

/** A word that was looked up beside a rare one. */
interface RelatedWord {
  readonly spelling: string;
  /** By serial: the opportunities that have it. The more have it, the less it says. */
  readonly strengths: ReadonlyMap<number, number>;
}

/** A word of a query with what it found. */
export interface ResolvedWord extends RankedWord {
  readonly typed: string;
  /** Where texts have the word in any form. */
  readonly stem?: string | undefined;
  /** Words that were taken instead, likeliest first. */
  readonly corrections: readonly Correction[];
  /** True if texts have the word, in whatever form. */
  readonly isKnown: boolean;
  readonly relatedWords: readonly RelatedWord[];
}

const weightOf: Readonly<Record<FieldCode, number>> = {
  [fields.title]: relevance.field.title,
  [fields.organization]: relevance.field.organization,
  [fields.text]: relevance.field.text,
  [fields.filed]: relevance.field.filed,
};

/** BM25's saturation of a frequency, with the usual constant. */
export const saturate = (frequency: number): number => (2.2 * frequency) / (frequency + 1.2);

/** Adds the forms of a stem, each opportunity with the best of its forms; others than the typed one have a share. */
function addForms(
  strengths: Map<number, number>,
  { forms }: StemEntry,
  typed: string,
  { share = 1, formShare }: { readonly share?: number; readonly formShare: number },
): void {
  for (const [form, postings] of forms) {
    const ofForm = share * (form === typed ? 1 : formShare);
    for (const { serial, field } of postings) {
      const strength = ofForm * saturate(weightOf[field]);
      if (strength > (strengths.get(serial) ?? 0)) strengths.set(serial, strength);
    }
  }
}

function keepForm({ stem, forms }: StemEntry, form: string): StemEntry {
  const postings = forms.get(form);
  return { stem, forms: new Map(postings ? [[form, postings]] : []) };
}

/** The opportunities with a word in any form; with `exact` only in the form that was typed. */
export async function strengthsOf(
  terms: Terms,
  token: Token,
  exact = false,
): Promise<ReadonlyMap<number, number>> {
  const entry = await terms.find(token);
  const strengths = new Map<number, number>();
  const wanted = entry && exact ? keepForm(entry, token.folded) : entry;
  if (wanted) addForms(strengths, wanted, token.folded, { formShare: relevance.form });
  return strengths;
}

/** The opportunities with a stem, those with a form of it first. */
function listOf(entry: StemEntry | undefined, form: string): number[] {
  const found = new Map<number, number>();
  if (entry) addForms(found, entry, form, { formShare: relevance.otherForm });
  return bestFirst(found);
}

/** The circumstances in which `resolveWord` reads a word. */
interface ResolveOptions {
  readonly locale: string;
  readonly exact: boolean;
  /** The number of words of the query: the fewer, the more their form matters. */
  readonly count: number;
  /** True for the last word, which may still be typed: its beginnings are found too. */
  readonly isLast: boolean;
  /** True where the word stands for something else too, and so is no mistake. */
  readonly hasSynonym: boolean;
  readonly dictionary: () => Promise<Dictionary>;
}

/** The forms that begin like a word, each alone: those with one letter more are as likely as the word itself. */
async function beginningLists(terms: Terms, folded: string) {
  const entries = await terms.findBeginning(folded);
  const forms = entries.flatMap((entry) => [...entry.forms.keys()].map((form) => ({ entry, form })));
  const whole = forms.filter(({ form }) => form.length === folded.length + 1);
  const all = new Map<number, number>();
  for (const entry of entries) addForms(all, entry, '', { formShare: 1 });
  const wholeLists = whole.map(({ entry, form }) => listOf(keepForm(entry, form), form));
  return { count: forms.length, lists: [bestFirst(all), ...wholeLists] };
}

/** Letters that a stem can have more because of missing accents. */
const accentLetters = 2;

/** A term that begins at most this many words, with at least so many letters, may be a mistake as well. */
const mistake = { mostBeginnings: 2, shortest: 5 } as const;

/** The opportunities that have words related to a rare one, each with the closest of them. */
async function findRelated(
  terms: Terms,
  folded: string,
  documents = 0,
): Promise<Pick<ResolvedWord, 'related' | 'relatedWords'>> {
  const related = new Map<number, number>();
  if (documents > mostSharedByRare(terms.size)) return { related, relatedWords: [] };
  const spellings = await terms.relatedTo(folded);
  const rarest = wordWeight(documents, terms.size);
  const relatedWords = await Promise.all(
    spellings.map(async (spelling) => {
      const found = await strengthsOf(terms, { spelled: spelling, folded: foldWord(spelling) });
      // A related word that many have says as little as any other.
      const share = Math.min(1, wordWeight(found.size, terms.size) / rarest);
      return {
        spelling,
        strengths: new Map([...found].map(([serial, strength]) => [serial, share * strength])),
      };
    }),
  );
  for (const { strengths } of relatedWords)
    for (const [serial, strength] of strengths)
      related.set(serial, Math.max(related.get(serial) ?? 0, strength));
  return { related, relatedWords };
}

/**
 * Everything that a word may have meant, in turn, since any of it may be right. A word that is spelled right isn't
 * corrected, also where no text has it.
 */
async function resolveUnknown(
  terms: Terms,
  { token, parts }: TypedWord,
  entry: StemEntry | undefined,
  { locale, count, dictionary }: ResolveOptions,
): Promise<Pick<ResolvedWord, 'strengths' | 'corrections' | 'related' | 'relatedWords'>> {
  const { folded } = token;
  const [beginnings, partLists, isSpelledRight, related] = await Promise.all([
    folded.length >= shortestBeginning ? beginningLists(terms, folded) : { count: 0, lists: [] },
    Promise.all(parts.map(async (part) => bestFirst(await strengthsOf(terms, part)))),
    terms.isSpelledRight(folded),
    findRelated(terms, folded),
  ]);
  // A word without its accents can have another stem: `alertees` is `alerte`, and `alertées` is `alert`.
  const near = isSpelledRight && !entry ? await terms.findNear(token, accentLetters) : [];
  const senses = [
    ...beginnings.lists,
    ...[entry, ...near].map((one) => listOf(one, folded)),
    ...partLists,
  ].filter(({ length }) => length > 0);
  const isBeginning =
    beginnings.count > mistake.mostBeginnings || (beginnings.count > 0 && folded.length < mistake.shortest);
  const corrections =
    isBeginning || isSpelledRight
      ? []
      : (senses.length > 0 ? correctionsWithOneEdit : findCorrections)(
          await dictionary(),
          folded,
          locale,
        ).filter(({ word }) => !word.startsWith(folded));
  const entries = await Promise.all(
    corrections.map(({ word, spelling }) => terms.find({ spelled: spelling, folded: word })),
  );
  const corrected = corrections.map(({ word }, place) => listOf(entries[place], word));
  const inTurn = interleave([...senses, ...corrected]);
  // Of an only word their order is that of the results; beside others they count alike.
  const strengthOf = (place: number) => relevance.correction * (count === 1 ? 1 + 1 / (1 + place) : 1);
  const strengths = new Map(inTurn.map((serial, place) => [serial, strengthOf(place)]));
  // The likeliest of several forms of a word stands for them.
  const isFirst = (place: number) =>
    entries.findIndex((other) => other?.stem === entries[place]?.stem) === place;
  return {
    strengths,
    corrections: corrections.filter((_, place) => isFirst(place)),
    ...related,
  };
}

/**
 * Resolves a typed word. One that texts have in this form is found in all its forms; another one as whatever it may have
 * meant: another form, the beginning of words, the parts of a compound, or a correction.
 */
export async function resolveWord(
  terms: Terms,
  word: TypedWord,
  options: ResolveOptions,
): Promise<ResolvedWord> {
  const { typed, token } = word;
  const { exact, count, isLast, hasSynonym } = options;
  const entry = await terms.find(token);
  const found = (strengths: ReadonlyMap<number, number>, isKnown: boolean): ResolvedWord => ({
    typed,
    stem: entry?.stem,
    strengths,
    documents: strengths.size,
    corrections: [],
    isKnown,
    relatedWords: [],
  });
  const isForm = entry?.forms.has(token.folded) === true;
  const strengths = new Map<number, number>();
  if (exact) return found(await strengthsOf(terms, token, true), isForm);
  if (entry && (isForm || hasSynonym)) {
    const formShare = count <= fewWords ? relevance.otherForm : relevance.form;
    addForms(strengths, entry, token.folded, { formShare });
    const documents = strengths.size;
    for (const other of await terms.findNear(token))
      addForms(strengths, other, token.folded, { share: relevance.near, formShare: 1 });
    const isBeginning = isLast && token.folded.length >= shortestBeginning;
    const longer = isBeginning ? await terms.findBeginning(token.folded) : [];
    for (const other of longer)
      addForms(strengths, other, token.folded, { share: relevance.beginning, formShare: 1 });
    const related = hasSynonym ? {} : await findRelated(terms, token.folded, documents);
    return { ...found(strengths, true), documents, ...related };
  }
  // A short word alone may be a beginning, whatever it stands for.
  const isShort = count === 1 && token.folded.length <= shortestBeginning;
  if (hasSynonym && !isShort) return found(strengths, false);
  const unknown = await resolveUnknown(terms, word, entry, options);
  return { ...found(unknown.strengths, entry !== undefined), ...unknown };
}
