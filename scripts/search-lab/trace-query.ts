/** Asks the search a query, and collects how it understood each word and what its results are ranked by. */
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import { emptyState } from '@/search/facets/search-address';
import type { SynonymTarget } from '@/search/query/synonyms';
import type { Lookup, SearchSteps } from '@/search/terms/find-opportunities.client';
import { parseQuery, type ParsedQuery, type TypedWord } from '@/search/terms/parse-query';
import { wordWeight, type ResultGroup } from '@/search/terms/rank-rows';
import type { ResolvedWord } from '@/search/terms/resolve-words.client';
import type { StemEntry } from '@/search/terms/term-shard';
import { resultsPerPage } from '@/search/ui/results/result-card';
import { collectParts, type ScorePart } from './score-parts';
import type { Lab } from './open-lab';

/** A word, and the number of opportunities that have it. */
export interface CountedWord {
  readonly word: string;
  readonly documents: number;
}

/** How a typed word was understood. */
export interface WordTrace {
  readonly typed: string;
  readonly stem: string | undefined;
  /** The number of opportunities by which it is weighted. */
  readonly documents: number;
  readonly weight: number;
  readonly forms: readonly CountedWord[];
  /** True if a text has it as it was typed. */
  readonly isForm: boolean;
  readonly isSpelledRight: boolean;
  /** Other formations of the word. */
  readonly near: readonly CountedWord[];
  /** Other words that begin with it, where it was taken for a beginning too. */
  readonly longer: readonly CountedWord[];
  readonly corrections: readonly string[];
  readonly related: readonly CountedWord[];
}

/** A word that says nothing of what is wanted, and what the search does with it. */
export interface FunctionWordTrace {
  readonly typed: string;
  /** `optional` adds a little; `required` is looked up like any other word. */
  readonly role: 'left out' | 'optional' | 'required';
}

/** The terms and words that a typed phrase stands for. */
export interface SynonymTrace {
  readonly typed: string;
  readonly targets: readonly SynonymTarget[];
  /** The number of opportunities that are found by it, and the one by which it is weighted. */
  readonly found: number;
  readonly documents: number;
  readonly weight: number;
}

export interface ResultTrace {
  readonly id: string;
  readonly title: string;
  readonly group: ResultGroup;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** Everything about a query and its results. */
export interface QueryTrace {
  readonly query: string;
  readonly parsed: ParsedQuery;
  readonly functionWords: readonly FunctionWordTrace[];
  /** The number of all opportunities. */
  readonly size: number;
  readonly words: readonly WordTrace[];
  readonly synonyms: readonly SynonymTrace[];
  /** Pairs of neighbouring words, with the number of opportunities that have them side by side. */
  readonly pairs: readonly CountedWord[];
  /** The number of opportunities that have an excluded word. */
  readonly excluded: number;
  /** The number of opportunities that have the phrases in quotation marks. */
  readonly havingPhrases: number;
  readonly lookup: Lookup;
  /** The number of results that are open: what a visitor sees who hasn't chosen a status. */
  readonly open: number;
  /** The first ten of them. */
  readonly results: readonly ResultTrace[];
}

const countForms = (entries: readonly StemEntry[]): CountedWord[] =>
  entries
    .flatMap(({ forms }) => [...forms].map(([word, postings]) => ({ word, documents: postings.length })))
    .sort((a, b) => b.documents - a.documents);

async function traceWord(
  { typed, token }: TypedWord,
  resolved: ResolvedWord,
  { terms }: SearchSteps,
): Promise<WordTrace> {
  const [entry, isSpelledRight, related] = await Promise.all([
    terms.find(token),
    terms.isSpelledRight(token.folded),
    resolved.relatedWords.map(({ spelling, strengths }) => ({ word: spelling, documents: strengths.size })),
  ]);
  return {
    typed,
    stem: resolved.stem,
    documents: resolved.documents,
    weight: wordWeight(resolved.documents, terms.size),
    forms: countForms(entry ? [entry] : []),
    isForm: entry?.forms.has(token.folded) ?? false,
    isSpelledRight,
    near: countForms(resolved.near ?? []),
    longer: countForms(resolved.longer ?? []).filter(({ word }) => !entry?.forms.has(word)),
    corrections: resolved.corrections.map(({ spelling }) => spelling),
    related,
  };
}

function traceSynonyms({ spans, ranked, terms }: SearchSteps): SynonymTrace[] {
  return spans.map(({ typed, targets }) => {
    const merged = ranked.find((word) => word.typed === typed);
    const documents = merged?.documents ?? 0;
    return {
      typed,
      targets,
      found: merged?.strengths.size ?? 0,
      documents,
      weight: wordWeight(documents, terms.size),
    };
  });
}

function traceFunctionWords(
  { words }: ParsedQuery,
  { terms, typed, ranked }: SearchSteps,
): FunctionWordTrace[] {
  const roleOf = ({ typed: own, token }: TypedWord): FunctionWordTrace['role'] => {
    if (typed.some((word) => word.token.folded === token.folded)) return 'required';
    const counted = ranked.find((word) => word.typed === own);
    return counted === undefined ? 'left out' : counted.isOptional === true ? 'optional' : 'required';
  };
  return words
    .filter(({ token }) => terms.language.isFunctionWord(token.folded))
    .map((word) => ({ typed: word.typed, role: roleOf(word) }));
}

/** Asks a query. Rejects with a `LabError` for one without words. */
export async function traceQuery(lab: Lab, query: string): Promise<QueryTrace> {
  const { lookup, steps } = await lab.ask(query);
  const { terms, typed, words, neighbours, excluded, among } = steps;
  const parsed = parseQuery(query);
  const open = filterOpportunities(lab.table, { ...emptyState, q: query }, lookup.rows, lab.now).rows;
  const partsOf = collectParts(lab, steps);
  return {
    query,
    parsed,
    functionWords: traceFunctionWords(parsed, steps),
    size: terms.size,
    words: await Promise.all(
      typed.flatMap((word, place) => {
        const resolved = words[place];
        return resolved ? [traceWord(word, resolved, steps)] : [];
      }),
    ),
    synonyms: traceSynonyms(steps),
    pairs: neighbours.map(({ serials }, place) => ({
      word: `${typed[place]?.typed} ${typed[place + 1]?.typed}`,
      documents: serials.size,
    })),
    excluded: excluded.size,
    havingPhrases: among?.size ?? 0,
    lookup,
    open: open.length,
    results: await Promise.all(
      open.slice(0, resultsPerPage).map(async (row): Promise<ResultTrace> => {
        const opportunity = lab.opportunities[row];
        return {
          id: opportunity?.id ?? '',
          title: opportunity?.texts.title.value ?? '',
          group: lookup.groups.get(row) ?? 'some',
          ...(await partsOf(row)),
        };
      }),
    ),
  };
}
