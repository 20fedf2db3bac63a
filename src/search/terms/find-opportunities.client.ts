/** Finds the opportunities for a query in the terms of its language. */
import type { FacetTable } from '../facets/facet-columns';
import { rowsWithValue } from '../facets/filter-opportunities';
import type { Dictionary } from '../query/dictionary';
import { findSynonymSpans, type Synonyms, type SynonymSpan } from '../query/synonyms';
import { relevance } from '../ranking';
import type { LanguageRules } from '../words/load-language';
import type { Terms } from './open-terms.client';
import { parseQuery, type TypedWord } from './parse-query';
import { rankRows, type RankedRow, type RankedWord } from './rank-rows';
import { resolveWord, saturate, strengthsOf, type ResolvedWord } from './resolve-words.client';
import { tokenize } from './tokenize';

/** A value that more than this share of the opportunities have tells them apart too little. */
const largestShare = 0.5;

export interface FindSources {
  readonly locale: string;
  readonly terms: Terms;
  readonly language: LanguageRules;
  readonly table: FacetTable;
  readonly dictionary: () => Promise<Dictionary>;
  readonly synonyms: () => Promise<Synonyms>;
  /** The same, with the names of terms in other languages. */
  readonly names: () => Promise<Synonyms>;
}

export interface FoundOpportunities {
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** The words that were looked up, without function words. */
  readonly words: readonly ResolvedWord[];
  readonly spans: readonly SynonymSpan[];
}

/** All words where each is a function word, as in a title. */
function contentWords(words: readonly TypedWord[], { isFunctionWord }: LanguageRules): readonly TypedWord[] {
  const kept = words.filter(({ token }) => !isFunctionWord(token.folded));
  const unique = new Map((kept.length > 0 ? kept : words).map((word) => [word.token.folded, word]));
  return [...unique.values()];
}

/** Longer queries are questions, whose function words say nothing. */
const mostWordsWithFunction = 3;

/** The function words of a short query: they needn't be there, but what has them comes first. */
async function functionWordsOf(
  all: readonly TypedWord[],
  content: readonly TypedWord[],
  terms: Terms,
): Promise<RankedWord[]> {
  if (all.length > mostWordsWithFunction) return [];
  const others = all.filter(({ token }) => content.every((word) => word.token.folded !== token.folded));
  return Promise.all(
    others.map(async ({ token }) => {
      const strengths = await strengthsOf(terms, token, true);
      return { strengths, documents: strengths.size, isOptional: true };
    }),
  );
}

/** The opportunities that a phrase stands for: filed under a value, or with other words. */
async function strengthsOfSpan(
  { targets }: SynonymSpan,
  { terms, table }: FindSources,
): Promise<Map<number, number>> {
  const strengths = new Map<number, number>();
  const add = (serial: number, strength: number) =>
    strengths.set(serial, Math.max(strength, strengths.get(serial) ?? 0));
  for (const { term, words } of targets) {
    if (term && term.facet !== 'status') {
      const rows = rowsWithValue(table, term.facet, term.value);
      if (rows.length > largestShare * table.size) continue;
      const weight = saturate(relevance.field.filed);
      // Those with it as their main value come first.
      rows.forEach((row, place) => add(table.size - 1 - row, weight * (1 - place / (10 * rows.length))));
    }
    if (words !== undefined) {
      const each = await Promise.all(tokenize(words).map((token) => strengthsOf(terms, token, false)));
      const [first, ...others] = each;
      for (const [serial, strength] of first ?? []) {
        if (others.every((some) => some.has(serial))) add(serial, relevance.synonym * strength);
      }
    }
  }
  return strengths;
}

/** Merges words that stand for something together with what they stand for: what is both comes first. */
function withSpan(words: readonly ResolvedWord[], strengths: ReadonlyMap<number, number>): ResolvedWord {
  const merged = new Map(strengths);
  const [first, ...others] = words;
  for (const [serial, strength] of first?.strengths ?? []) {
    const all = others.map((word) => word.strengths.get(serial) ?? 0);
    if (all.includes(0)) continue;
    merged.set(serial, Math.min(strength, ...all) + (strengths.has(serial) ? relevance.field.filed / 2 : 0));
  }
  return {
    typed: words.map(({ typed }) => typed).join(' '),
    strengths: merged,
    // What it stands for makes a word no less telling.
    documents: Math.min(...words.map(({ documents }) => documents)) || merged.size,
    corrections: words.flatMap(({ corrections }) => corrections),
    isKnown: words.every(({ isKnown }) => isKnown),
  };
}

/** Finds opportunities, best first. With `exact` only the words as typed. Rejects as the sources do. */
export async function findOpportunities(
  text: string,
  exact: boolean,
  sources: FindSources,
): Promise<FoundOpportunities> {
  const { terms, language, locale, dictionary } = sources;
  const parsed = parseQuery(text);
  const words = contentWords(parsed.words, language);
  const typed = words.map((word) => word.typed);
  let spans = exact ? [] : findSynonymSpans(await sources.synonyms(), typed);
  const resolve = (hasSynonym: (place: number) => boolean) =>
    Promise.all(
      words.map((word, place) =>
        resolveWord(terms, word, {
          locale,
          exact,
          dictionary,
          count: words.length,
          isLast: place === words.length - 1,
          hasSynonym: hasSynonym(place),
        }),
      ),
    );
  const isIn = (place: number) => spans.some(({ from, to }) => from <= place && place < to);
  let resolved = await resolve(isIn);
  if (!exact && resolved.some(({ isKnown }, place) => !isKnown && !isIn(place))) {
    spans = findSynonymSpans(await sources.names(), typed);
    resolved = await resolve(isIn);
  }
  const ranked: ResolvedWord[] = [];
  for (let place = 0; place < resolved.length; place++) {
    const span = spans.find(({ from }) => from === place);
    const word = resolved[place];
    if (span) {
      ranked.push(withSpan(resolved.slice(place, span.to), await strengthsOfSpan(span, sources)));
      place = span.to - 1;
    } else if (word) ranked.push(word);
  }
  const optional = exact ? [] : await functionWordsOf(parsed.words, words, terms);
  const excluded = await Promise.all(parsed.excluded.map((token) => strengthsOf(terms, token, false)));
  const found = ranked.filter(({ strengths }) => strengths.size > 0);
  const rows = rankRows(
    [...found, ...optional],
    terms.size,
    new Set(excluded.flatMap((some) => [...some.keys()])),
  );
  return { rows, words: ranked, spans };
}
