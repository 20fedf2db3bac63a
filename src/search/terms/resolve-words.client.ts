/** Looks up each word of a query in the terms: as typed, in other forms, as a beginning, or corrected. */
import type { Correction } from '../query/corrections';
import { findCorrections } from '../query/corrections';
import type { Dictionary } from '../query/dictionary';
import { relevance } from '../ranking';
import type { Terms } from './open-terms.client';
import type { TypedWord } from './parse-query';
import type { RankedWord } from './rank-rows';
import { fields, type FieldCode, type StemEntry } from './term-shard';
import type { Token } from './tokenize';

/** Shorter words have too many beginnings, and too many neighbours. */
const shortestBeginning = 3;

/** A word of a query with what it found. */
export interface ResolvedWord extends RankedWord {
  readonly typed: string;
  /** Words that were taken instead, likeliest first. */
  readonly corrections: readonly Correction[];
  /** True if texts have the word, in whatever form. */
  readonly isKnown: boolean;
}

const weightOf: Readonly<Record<FieldCode, number>> = {
  [fields.title]: relevance.field.title,
  [fields.organization]: relevance.field.organization,
  [fields.text]: relevance.field.text,
  [fields.filed]: relevance.field.filed,
};

/** BM25's saturation of a frequency, with the usual constant. */
export const saturate = (frequency: number): number => (2.2 * frequency) / (frequency + 1.2);

/** Adds the forms of a stem, each opportunity with the best of its forms; other forms than the typed one have a share. */
function addForms(strengths: Map<number, number>, { forms }: StemEntry, typed: string, share = 1): void {
  for (const [form, postings] of forms) {
    const formShare = share * (form === typed ? 1 : relevance.form);
    for (const { serial, field } of postings) {
      const strength = formShare * saturate(weightOf[field]);
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
  exact: boolean,
): Promise<ReadonlyMap<number, number>> {
  const entry = await terms.find(token);
  const strengths = new Map<number, number>();
  if (entry) addForms(strengths, exact ? keepForm(entry, token.folded) : entry, token.folded);
  return strengths;
}

async function addBeginnings(
  terms: Terms,
  { folded }: Token,
  strengths: Map<number, number>,
  share: number,
): Promise<void> {
  for (const entry of await terms.findBeginning(folded)) addForms(strengths, entry, folded, share);
}

async function addCorrections(
  terms: Terms,
  corrections: readonly Correction[],
  strengths: Map<number, number>,
): Promise<void> {
  for (const [place, { word, spelling }] of corrections.entries()) {
    const entry = await terms.find({ spelled: spelling, folded: word });
    // The likeliest first, but each among the results.
    if (entry) addForms(strengths, entry, word, relevance.correction * 0.97 ** place);
  }
}

/** What a word may be taken for; see `resolveWord`. */
export interface ResolveOptions {
  readonly locale: string;
  readonly exact: boolean;
  /** True for the last word, which may still be typed: its beginnings are found too. */
  readonly isLast: boolean;
  /** True where the word stands for something else too, and so is no mistake. */
  readonly hasSynonym: boolean;
  readonly dictionary: () => Promise<Dictionary>;
}

/**
 * Resolves a typed word. One that texts have is found in all its forms; another one as a beginning of words, as the parts of
 * a compound, or else corrected.
 */
export async function resolveWord(
  terms: Terms,
  { typed, token, parts }: TypedWord,
  { locale, exact, isLast, hasSynonym, dictionary }: ResolveOptions,
): Promise<ResolvedWord> {
  const strengths = new Map(await strengthsOf(terms, token, exact));
  const documents = strengths.size;
  const found = (corrections: readonly Correction[] = []): ResolvedWord => ({
    typed,
    strengths,
    documents: documents || strengths.size,
    corrections,
    isKnown: documents > 0,
  });
  if (exact) return found();
  const isLong = token.folded.length >= shortestBeginning;
  if (isLong && (isLast || documents === 0))
    await addBeginnings(terms, token, strengths, relevance.beginning);
  if (strengths.size > 0 || hasSynonym) return found();
  for (const part of parts) {
    for (const [serial, strength] of await strengthsOf(terms, part, false))
      strengths.set(serial, Math.max(strength, strengths.get(serial) ?? 0));
  }
  if (strengths.size > 0) return found();
  const corrections = findCorrections(await dictionary(), token.folded, locale);
  await addCorrections(terms, corrections, strengths);
  return found(corrections);
}
