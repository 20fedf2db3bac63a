/** Finds the opportunities for a query in the terms of its language, and says how it understood the query. */
import type { FacetTable } from '../facets/facet-columns';
import { rowsWithValue } from '../facets/filter-opportunities';
import type { Dictionary } from '../query/dictionary';
import type { Lookup } from '../query/lookup';
import { findSynonymSpans, type Synonyms, type SynonymSpan } from '../query/synonyms';
import { meaning, relevance } from '../ranking';
import type { LanguageRules } from '../words/load-language';
import { parseQuery, type ExcludedWords, type ParsedQuery, type TypedWord } from '../words/parse-query';
import { tokenize, type Token } from '../words/tokenize';
import type { FindSimilar } from '../meaning/find-similar.client';
import { areWeak, joinSimilar } from '../meaning/weak-words';
import type { Terms } from './open-terms.client';
import { rankRows, saturate, wordWeight, type Matches, type RankedRow } from './rank-rows';
import { findMatches, resolveWord, type ResolvedWord } from './resolve-words.client';

/** A value that more than this share of the opportunities have says little. */
const largestShare = 0.5;

interface FindSources {
  readonly terms: Terms;
  readonly table: FacetTable;
  readonly dictionary: () => Promise<Dictionary>;
  readonly synonyms: () => Promise<Synonyms>;
  /** The same, with the names of terms in other languages. */
  readonly names: () => Promise<Synonyms>;
  readonly similar: () => Promise<FindSimilar>;
}

/**
 * The words that say something, and of a phrase that stands for something, but has none, the last. All words where each is a
 * function word, as in a title, but not in `anything except cooking`.
 */
function contentWords(
  { words, excluded }: ParsedQuery,
  synonyms: Synonyms,
  { isFunctionWord }: LanguageRules,
): readonly TypedWord[] {
  const isTelling = ({ token, isQuoted, isFixed }: TypedWord) =>
    isQuoted || isFixed || !isFunctionWord(token.folded);
  const ofPhrases = findSynonymSpans(synonyms, words)
    .map(({ from, to }) => words.slice(from, to))
    .flatMap((phrase) => (phrase.length > 1 && !phrase.some(isTelling) ? phrase.slice(-1) : []));
  const kept = words.filter((word) => isTelling(word) || ofPhrases.includes(word));
  const isTitle = kept.length === 0 && excluded.length === 0;
  const unique = new Map((isTitle ? words : kept).map((word) => [word.token.folded, word]));
  return [...unique.values()];
}

/** The opportunities that a phrase stands for: filed under a value, or with other words. */
async function findSpan(
  { targets }: SynonymSpan,
  hasLiteral: boolean,
  { terms, table }: FindSources,
): Promise<Map<number, number>> {
  const strengths = new Map<number, number>();
  const add = (serial: number, strength: number) =>
    strengths.set(serial, Math.max(strength, strengths.get(serial) ?? 0));
  for (const { term, words } of targets) {
    if (term && term.facet !== 'status') {
      const rows = rowsWithValue(table, term.facet, term.value);
      if (hasLiteral && rows.length > largestShare * table.size) continue;
      const weight = saturate(relevance.field.filed);
      // Those with it as their main value come first.
      rows.forEach((row, place) => add(table.size - 1 - row, weight * (1 - place / (10 * rows.length))));
    }
    if (words !== undefined) {
      const each = await Promise.all(tokenize(words).map((token) => findMatches(terms, token)));
      const [first, ...others] = each;
      for (const [serial, { level }] of first ?? []) {
        if (others.every((some) => some.has(serial))) add(serial, relevance.synonym * level);
      }
    }
  }
  return strengths;
}

/** A phrase that stands for something, by the places of its words that say something. */
interface PlacedSpan extends SynonymSpan {
  /** True where it means other words than its own: `from home`. */
  readonly isIdiom: boolean;
}

/** Merges words that stand for something together with what they stand for: what is both comes first. */
function withSpan(words: readonly ResolvedWord[], strengths: ReadonlyMap<number, number>): ResolvedWord {
  const merged = new Map(Array.from(strengths, ([serial, level]) => [serial, { strength: level, level }]));
  const [first, ...others] = words;
  for (const [serial, match] of first?.matches ?? []) {
    const all = others.map((word) => word.matches.get(serial));
    if (all.includes(undefined)) continue;
    const more = strengths.has(serial) ? relevance.field.filed / 2 : 0;
    const least = (of: keyof typeof match) => Math.min(match[of], ...all.map((one) => one?.[of] ?? 0)) + more;
    merged.set(serial, { strength: least('strength'), level: least('level') });
  }
  return {
    typed: words.map(({ typed }) => typed).join(' '),
    matches: merged,
    // A synonym that many opportunities have must not make the word count less.
    documents: Math.min(...words.map(({ documents }) => documents)) || merged.size,
    corrections: words.flatMap(({ corrections }) => corrections),
    isKnown: words.every(({ isKnown }) => isKnown),
  };
}

interface Interpreted {
  readonly words: readonly ResolvedWord[];
  readonly spans: readonly PlacedSpan[];
}

/** Finds phrases among all words; those in them that say nothing aren’t looked up. */
function findSpans(
  synonyms: Synonyms,
  all: readonly TypedWord[],
  content: readonly TypedWord[],
): PlacedSpan[] {
  const placeOf = ({ token }: TypedWord) => content.findIndex((word) => word.token.folded === token.folded);
  return findSynonymSpans(synonyms, all).flatMap((span) => {
    const places = all
      .slice(span.from, span.to)
      .map(placeOf)
      .filter((place) => place >= 0);
    if (places.length === 0) return [];
    const isShorter = places.length < span.to - span.from;
    return [
      {
        ...span,
        from: Math.min(...places),
        to: Math.max(...places) + 1,
        isIdiom: isShorter && span.targets.every(({ term }) => term === undefined),
      },
    ];
  });
}

/** Resolves the words, and what phrases of them stand for; of excluded ones no beginnings. */
async function interpret(
  words: readonly TypedWord[],
  all: readonly TypedWord[],
  sources: FindSources,
  isExcluded = false,
): Promise<Interpreted> {
  const { terms, dictionary, similar } = sources;
  const hasSimilar = async ({ spelled }: Token) => {
    const found = await (await similar())(new Map([[terms.language.stem(spelled), 1]]));
    return found.values().some((cosine) => cosine >= meaning.leastSimilar);
  };
  const resolve = (spans: readonly PlacedSpan[]) =>
    Promise.all(
      words.map((word, place) =>
        resolveWord(terms, word, {
          dictionary,
          hasSimilar: isExcluded ? () => Promise.resolve(false) : hasSimilar,
          isExcluded,
          count: words.length,
          isLast: place === words.length - 1,
          hasSynonym: spans.some(({ from, to }) => from <= place && place < to),
        }),
      ),
    );
  const spans = findSpans(await sources.synonyms(), all, words);
  const resolved = await resolve(spans);
  const isFree = (place: number) => !spans.some(({ from, to }) => from <= place && place < to);
  // Words of another language are unknown in this one.
  if (!resolved.some(({ isKnown }, place) => !isKnown && !words[place]?.isQuoted && isFree(place)))
    return { words: resolved, spans };
  const withNames = findSpans(await sources.names(), all, words);
  return { words: await resolve(withNames), spans: withNames };
}

/** Merges the words of each span with what it stands for; an excluded value is left out however many have it. */
async function mergeSpans(
  { words, spans }: Interpreted,
  sources: FindSources,
  isExcluded = false,
): Promise<ResolvedWord[]> {
  const merged: ResolvedWord[] = [];
  for (let place = 0; place < words.length; place++) {
    const span = spans.find(({ from }) => from === place);
    const word = words[place];
    if (span) {
      const literal = words.slice(place, span.to);
      const hasLiteral = !isExcluded && literal.every(({ matches }) => matches.size > 0);
      const strengths = await findSpan(span, hasLiteral, sources);
      const isOther = span.isIdiom && strengths.size > 0;
      const own = isOther ? literal.map((one) => ({ ...one, matches: new Map(), documents: 0 })) : literal;
      merged.push(withSpan(own, strengths));
      place = span.to - 1;
    } else if (word) merged.push(word);
  }
  return merged;
}

interface Exclusion {
  /** As they were typed or corrected. */
  readonly words: string;
  readonly undone: string;
  /** The opportunities with all words in any form, or with what they stand for. */
  readonly serials: readonly number[];
}

async function findExcluded(
  { words: typed, undone }: ExcludedWords,
  sources: FindSources,
): Promise<Exclusion> {
  const words = await mergeSpans(await interpret(typed, typed, sources, true), sources, true);
  const [first, ...others] = words.map(({ matches }) => matches);
  return {
    words: words.map((word) => word.corrections[0]?.spelling ?? word.typed).join(' '),
    undone,
    serials: [...(first?.keys() ?? [])].filter((serial) => others.every((some) => some.has(serial))),
  };
}

/** The serials that have all of some words; undefined for no words. */
async function findQuoted(words: readonly TypedWord[], terms: Terms): Promise<Set<number> | undefined> {
  const found = await Promise.all(
    words.filter(({ isQuoted }) => isQuoted).map(({ token }) => findMatches(terms, token)),
  );
  const [first, ...others] = found.map((matches) => new Set(matches.keys()));
  return first && new Set([...first].filter((serial) => others.every((some) => some.has(serial))));
}

const anyOf = (size: number): Matches =>
  new Map(Array.from({ length: size }, (_, serial) => [serial, { strength: 1, level: 1 }]));

/** How similar opportunities are in meaning to words, as typed or corrected. */
async function findSimilar(
  typed: readonly TypedWord[],
  resolved: readonly ResolvedWord[],
  excluded: ReadonlySet<number>,
  { terms, similar }: FindSources,
): Promise<ReadonlyMap<number, number>> {
  const stems = typed.map(({ token }, place) => {
    const { corrections = [], isKnown, documents = 0 } = resolved[place] ?? {};
    const [corrected] = isKnown ? [] : tokenize(corrections[0]?.spelling ?? '');
    return [terms.language.stem((corrected ?? token).spelled), wordWeight(documents, terms.size)] as const;
  });
  const found = await (await similar())(new Map(stems));
  return new Map([...found].filter(([serial]) => !excluded.has(serial)));
}

/** Finds opportunities, best first. Rejects as the sources do. */
export async function findOpportunities(text: string, sources: FindSources): Promise<Lookup> {
  const { terms } = sources;
  const parsed = parseQuery(text, terms.language);
  const typed = contentWords(parsed, await sources.synonyms(), terms.language);
  const interpreted = await interpret(typed, parsed.words, sources);
  const words = await mergeSpans(interpreted, sources);
  const missing = words.filter(({ matches }) => matches.size === 0).map((word) => word.typed);
  const excluded = await Promise.all(parsed.excluded.map((one) => findExcluded(one, sources)));
  const found = words.filter(({ matches }) => matches.size > 0);
  const options = {
    excluded: new Set(excluded.flatMap(({ serials }) => serials)),
    among: await findQuoted(parsed.words, terms),
  };
  // Without other words, whatever isn't excluded.
  const everything = { documents: terms.size, matches: anyOf(terms.size) };
  const isOnlyExcluding = typed.length === 0 && excluded.length > 0;
  const byWords = rankRows(isOnlyExcluding ? [everything] : found, terms.size, options);
  const isWeak = !options.among && areWeak(words, byWords, terms.size);
  const ranked = isWeak
    ? joinSimilar(
        words,
        byWords,
        await findSimilar(typed, interpreted.words, options.excluded, sources),
        terms.size,
      )
    : byWords;
  const [first] = ranked;
  const rowOf = ({ serial }: RankedRow) => terms.size - 1 - serial;
  return {
    rows: ranked.map(rowOf),
    // Where a word is nowhere, no result has all words.
    groups: new Map(
      ranked.map((row) => [rowOf(row), missing.length > 0 && row.group === 'all' ? 'most' : row.group]),
    ),
    interpretation: {
      used:
        first === undefined || (first.group === 'all' && missing.length === 0)
          ? []
          : words.filter(({ matches }) => matches.has(first.serial)).map((word) => word.typed),
      missing,
      corrected: words.flatMap(({ typed: word, corrections, isKnown }) =>
        corrections.length > 0
          ? [{ typed: word, words: corrections.map(({ spelling }) => spelling), isAdded: isKnown }]
          : [],
      ),
      synonymMatches: interpreted.spans,
      quoted: parsed.quoted,
      excluded: excluded.map(({ words: left, undone }) => ({ words: left, undone })),
      alternatives: typed.map(({ token }, place) => [
        token,
        ...(interpreted.words[place]?.corrections ?? []).flatMap(({ spelling }) => tokenize(spelling)),
      ]),
    },
  };
}
