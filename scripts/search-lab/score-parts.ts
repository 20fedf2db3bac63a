/** Collects the parts of the score of each result, and where its texts have what added them. */
import { rowsWithValue } from '@/search/facets/filter-opportunities';
import type { SynonymTarget } from '@/search/query/synonyms';
import type { SearchSteps } from '@/search/terms/find-opportunities.client';
import type { TypedWord } from '@/search/terms/parse-query';
import { rankRows, type Neighbours, type RankedWord } from '@/search/terms/rank-rows';
import type { ResolvedWord } from '@/search/terms/resolve-words.client';
import { fields, type FieldCode, type StemEntry } from '@/search/terms/term-shard';
import { tokenize, type Token } from '@/search/terms/tokenize';
import { foldWord } from '@/search/words/query-terms';
import type { Lab } from './open-lab';

/** The part of a score that a word, a related word or a pair of neighbours added. */
export interface ScorePart {
  readonly kind: 'word' | 'related' | 'pair';
  /** As typed; of a related word its own spelling. */
  readonly label: string;
  readonly score: number;
  /** Where the opportunity has it: `learners (title)`. */
  readonly evidence: readonly string[];
}

export interface ScoreTrace {
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

const fieldNames: Readonly<Record<FieldCode, string>> = {
  [fields.title]: 'title',
  [fields.organization]: 'organization',
  [fields.text]: 'text',
  [fields.filed]: 'categories',
};

/** `task:translation`, or other words. */
export const formatTarget = ({ term, words = '' }: SynonymTarget): string =>
  term ? `${term.facet}:${term.value}` : words;

/** The forms of stems that an opportunity has, with the highest field of each. */
const formsIn = (entries: readonly (StemEntry | undefined)[], serial: number): string[] =>
  entries.flatMap((entry) =>
    [...(entry?.forms ?? [])].flatMap(([form, postings]) =>
      postings
        .filter((posting) => posting.serial === serial)
        .map(({ field }) => `${form} (${fieldNames[field]})`),
    ),
  );

/** Collects where an opportunity has a typed word, in any way in which the word was taken. */
async function findWord(
  { terms }: SearchSteps,
  { token, parts }: TypedWord,
  { near = [], longer = [], corrections }: ResolvedWord,
  serial: number,
): Promise<string[]> {
  const corrected = corrections.map(({ word, spelling }) => ({ spelled: spelling, folded: word }));
  const entries = await Promise.all([token, ...parts, ...corrected].map((one) => terms.find(one)));
  return formsIn([...entries, ...near, ...longer], serial);
}

/** Collects where an opportunity has what a phrase stands for. */
async function findTarget(
  { terms }: SearchSteps,
  { table }: Lab,
  target: SynonymTarget,
  row: number,
): Promise<string[]> {
  const { term, words } = target;
  const tokens: readonly Token[] = words === undefined ? [] : tokenize(words);
  const entries = await Promise.all(tokens.map((token) => terms.find(token)));
  const isFiled =
    term && term.facet !== 'status' && rowsWithValue(table, term.facet, term.value).includes(row);
  return [...(isFiled ? [formatTarget(target)] : []), ...formsIn(entries, table.size - 1 - row)];
}

/** Ranks a query again, by what the search ranked it by, and returns what tells the parts of a row's score. */
export function collectParts(lab: Lab, steps: SearchSteps): (row: number) => Promise<ScoreTrace> {
  const { terms, typed, words, spans, ranked, neighbours, excluded } = steps;
  const added = new Map<number, { source: RankedWord | Neighbours; score: number }[]>();
  const rows = rankRows(ranked, terms.size, {
    neighbours,
    excluded,
    onPart: (source, serial, score) => added.set(serial, [...(added.get(serial) ?? []), { source, score }]),
  });
  const scores = new Map(rows.map(({ serial, score }) => [serial, score]));

  const typedPart = async (word: (typeof ranked)[number], row: number) => {
    const serial = terms.size - 1 - row;
    const span = spans.find((one) => one.typed === word.typed);
    // A function word that only adds a little has no place.
    const place = words.findIndex((one) => one === word);
    const [from, to] = span ? [span.from, span.to] : [place, place + 1];
    const functionTokens = span || place >= 0 ? [] : tokenize(word.typed);
    const found = await Promise.all([
      Promise.all(functionTokens.map((token) => terms.find(token))).then((some) => formsIn(some, serial)),
      ...typed.slice(from, to).flatMap((one, index) => {
        const resolved = words[from + index];
        return resolved ? [findWord(steps, one, resolved, serial)] : [];
      }),
      ...(span?.targets ?? []).map((target) => findTarget(steps, lab, target, row)),
    ]);
    return { kind: 'word' as const, label: word.typed, evidence: [...new Set(found.flat())] };
  };

  const relatedPart = async ({ related, relatedWords }: ResolvedWord, serial: number) => {
    const strength = related?.get(serial);
    // Only the closest of several adds to the score.
    const closest = relatedWords.find(({ strengths }) => strengths.get(serial) === strength)?.spelling ?? '';
    const entry = await terms.find({ spelled: closest, folded: foldWord(closest) });
    return { kind: 'related' as const, label: closest, evidence: formsIn([entry], serial) };
  };

  return async (row) => {
    const serial = terms.size - 1 - row;
    const parts = (added.get(serial) ?? []).map(async ({ source, score }): Promise<ScorePart> => {
      const pair = neighbours.findIndex((one) => one === source);
      if (pair >= 0) {
        const label = [typed[pair], typed[pair + 1]].map((word) => word?.typed).join(' ');
        return { kind: 'pair', label, score, evidence: [] };
      }
      const word = ranked.find((one) => one === source);
      if (!word) return { kind: 'word', label: '', score, evidence: [] };
      const part =
        'relatedWords' in word && !word.strengths.has(serial)
          ? await relatedPart(word, serial)
          : await typedPart(word, row);
      return { ...part, score };
    });
    return { score: scores.get(serial) ?? 0, parts: await Promise.all(parts) };
  };
}
