/** Looks up each word of a query in the terms: as typed, in other forms, as a beginning, or corrected. */
import { correctionsWithOneEdit, findCorrections, type Correction } from '../query/corrections';
import type { Dictionary } from '../query/dictionary';
import { bestFirst, interleave, relevance } from '../ranking';
import type { TypedWord } from '../words/parse-query';
import { tokenize, type Token } from '../words/tokenize';
import type { Terms } from './open-terms.client';
import { saturate, type Matches, type RankedWord } from './rank-rows';
import type { StemEntry } from './stem-lines';

/** Shorter words have too many beginnings, and too many neighbours. */
const shortestBeginning = 3;

/** Queries of so many words are taken by the letter: questions have more. */
const fewWords = 2;

/** A word of a query with what it found. */
export interface ResolvedWord extends RankedWord {
  readonly typed: string;
  /** Words that were taken instead, likeliest first. */
  readonly corrections: readonly Correction[];
  /** True if texts have the word, in whatever form. */
  readonly isKnown: boolean;
}

/** How a stem's other forms count: as a share of the one that was typed, or only after whatever has that. */
type FormOrder = 'alike' | 'typed first';

/** Matches a stem: its forms are summed up. */
function matchForms({ norms }: Terms, { forms }: StemEntry, typed: string, order: FormOrder): Matches {
  const own = new Map((forms.get(typed) ?? []).map(({ serial, weight }) => [serial, weight]));
  const all = new Map(own);
  const share = order === 'alike' ? relevance.form : relevance.otherForm;
  for (const [form, postings] of forms) {
    if (form === typed) continue;
    for (const { serial, weight } of postings) all.set(serial, (all.get(serial) ?? 0) + share * weight);
  }
  return new Map(
    Array.from(all, ([serial, frequency]) => {
      const isAfter = order === 'typed first' && !own.has(serial);
      const strength = saturate(frequency, norms[serial]) * (isAfter ? relevance.afterTyped : 1);
      return [serial, { strength, level: saturate(frequency) }];
    }),
  );
}

/** Merges matches, of which each opportunity has the stronger one. */
function mergeStronger(first: Matches, second: Matches, share = 1): Matches {
  const merged = new Map(first);
  for (const [serial, { strength, level }] of second) {
    if (share * strength > (merged.get(serial)?.strength ?? 0))
      merged.set(serial, { strength: share * strength, level: share * level });
  }
  return merged;
}

function keepForm({ stem, forms }: StemEntry, form: string): StemEntry {
  const postings = forms.get(form);
  return { stem, forms: new Map(postings ? [[form, postings]] : []) };
}

/** The opportunities with a word in any form. */
export async function findMatches(terms: Terms, token: Token): Promise<Matches> {
  const entry = await terms.find(token);
  return entry ? matchForms(terms, entry, token.folded, 'alike') : new Map();
}

const strongestFirst = (found: Matches): number[] =>
  bestFirst(Array.from(found, ([serial, { strength }]) => [serial, strength]));

/** The opportunities with a stem, those with a form of it first. */
const listOf = (terms: Terms, entry: StemEntry | undefined, form: string): number[] =>
  entry ? strongestFirst(matchForms(terms, entry, form, 'typed first')) : [];

/** The circumstances in which `resolveWord` reads a word. */
interface ResolveOptions {
  /** The number of words of the query: the fewer, the more their form matters. */
  readonly count: number;
  /** True for a word that isn’t wanted: it isn’t completed. */
  readonly isExcluded: boolean;
  /** True for the last word, which may still be typed: its beginnings are found too. */
  readonly isLast: boolean;
  /** True where the word stands for something else too, and so is no mistake. */
  readonly hasSynonym: boolean;
  readonly dictionary: () => Promise<Dictionary>;
  /** True for a word to which opportunities are similar in meaning. */
  readonly hasSimilar: (word: Token) => Promise<boolean>;
}

/** The forms that begin like a word, each alone: those with one letter more are as likely as the word itself. */
async function beginningLists(terms: Terms, folded: string) {
  const entries = await terms.findBeginning(folded);
  const forms = entries.flatMap((entry) => [...entry.forms.keys()].map((form) => ({ entry, form })));
  const whole = forms.filter(({ form }) => form.length === folded.length + 1);
  let all: Matches = new Map();
  for (const entry of entries) all = mergeStronger(all, matchForms(terms, entry, '', 'alike'));
  const wholeLists = whole.map(({ entry, form }) => listOf(terms, keepForm(entry, form), form));
  return { count: forms.length, lists: [strongestFirst(all), ...wholeLists] };
}

/** A term that begins at most this many words, with at least so many letters, may be a mistake as well. */
const mistake = { mostBeginnings: 2, shortest: 5 } as const;

/**
 * Everything that a word may have meant, in turn, since any of it may be right. A word that is spelled right is only
 * corrected where it is all that was typed, nothing is found, and nothing is similar to it in meaning.
 */
async function resolveUnknown(
  terms: Terms,
  { token, parts }: TypedWord,
  entry: StemEntry | undefined,
  { count, dictionary, hasSimilar }: ResolveOptions,
): Promise<Pick<ResolvedWord, 'matches' | 'corrections'>> {
  const { folded } = token;
  const [beginnings, partLists, isSpelledRight] = await Promise.all([
    folded.length >= shortestBeginning ? beginningLists(terms, folded) : { count: 0, lists: [] },
    Promise.all(parts.map(async (part) => strongestFirst(await findMatches(terms, part)))),
    terms.isSpelledRight(folded),
  ]);
  const senses = [...beginnings.lists, listOf(terms, entry, folded), ...partLists].filter(
    ({ length }) => length > 0,
  );
  const isBeginning =
    beginnings.count > mistake.mostBeginnings || (beginnings.count > 0 && folded.length < mistake.shortest);
  const findsNothing = senses.length === 0;
  const isMeant = isSpelledRight && !(findsNothing && count === 1 && !(await hasSimilar(token)));
  const corrections =
    isBeginning || isMeant
      ? []
      : (findsNothing && !isSpelledRight ? findCorrections : correctionsWithOneEdit)(
          await dictionary(),
          folded,
        ).filter(({ word }) => !word.startsWith(folded));
  const entries = await Promise.all(
    corrections.map(async ({ spelling }) => {
      const [corrected] = tokenize(spelling);
      return corrected && terms.find(corrected);
    }),
  );
  const corrected = corrections.map(({ word }, place) => listOf(terms, entries[place], word));
  const inTurn = interleave([...senses, ...corrected]);
  // Of an only word their order is that of the results; beside others they count alike.
  const strengthOf = (place: number) => relevance.correction * (count === 1 ? 1 + 1 / (1 + place) : 1);
  const matches = new Map(
    inTurn.map((serial, place) => [serial, { strength: strengthOf(place), level: strengthOf(place) }]),
  );
  // The likeliest of several forms of a word stands for them.
  const isFirst = (place: number) =>
    entries.findIndex((other) => other?.stem === entries[place]?.stem) === place;
  return { matches, corrections: corrections.filter((_, place) => isFirst(place)) };
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
  const { typed, token, isQuoted } = word;
  const { count, isLast, hasSynonym, isExcluded } = options;
  const entry = await terms.find(token);
  const found = (matches: Matches, isKnown: boolean): ResolvedWord => ({
    typed,
    matches,
    documents: matches.size,
    corrections: [],
    isKnown,
  });
  const isForm = entry?.forms.has(token.folded) === true;
  if (isQuoted) return found(await findMatches(terms, token), isForm);
  if (entry && (isForm || hasSynonym)) {
    const own = matchForms(terms, entry, token.folded, count <= fewWords ? 'typed first' : 'alike');
    const isBeginning = isLast && !isExcluded && token.folded.length >= shortestBeginning;
    let matches = own;
    for (const longer of isBeginning ? await terms.findBeginning(token.folded) : [])
      matches = mergeStronger(matches, matchForms(terms, longer, token.folded, 'alike'), relevance.beginning);
    return { ...found(matches, true), documents: own.size };
  }
  // A short word alone may be a beginning, whatever it stands for.
  const isShort = count === 1 && token.folded.length <= shortestBeginning;
  if (hasSynonym && !isShort) return found(new Map(), false);
  const unknown = await resolveUnknown(terms, word, entry, options);
  return { ...found(unknown.matches, entry !== undefined), ...unknown };
}
