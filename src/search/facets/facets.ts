/**
 * Filtering, counting and ordering over the facet columns, at an instant. Pure, and quick enough to run on every
 * click: one pass over the rows, which hold indexes of sets rather than values.
 */
import { earlier } from '@/model/time/closing-check';
import { stageAt, takesApplications, type Stage } from '@/model/time/lifecycle';
import { hoursBandsOf, lengthBandOf } from '@/model/vocabularies/bands';
import { languageLevels } from '@/model/vocabularies/languages';
import { facetIds, splitLanguage, statusValues, type FacetId, type SearchState, type Sort } from './address';
import type { Column, FacetTable } from './columns';

/** Days that "closes within" offers. */
export const closesChoices = [7, 14, 30, 90] as const;

const dayMs = 86_400_000;

/** What a search finds in the columns. */
export interface FoundOpportunities {
  /** Rows, in the order asked for. */
  readonly rows: readonly number[];
  /**
   * For each facet how many would be found if only this value of it were chosen, all other facets as they are.
   * Languages count at any level, and those chosen with a level under `fr:good` too.
   */
  readonly counts: Readonly<Record<FacetId, ReadonlyMap<string, number>>>;
  /** How many would be found if "closes within" said so many days. */
  readonly closesCounts: ReadonlyMap<number, number>;
  /** For each facet (and `closes`) with a choice how many more would be found without that choice. */
  readonly without: ReadonlyMap<FacetId | 'closes', number>;
  /** The next instant (ms) at which one of the rows closes; undefined where none will. */
  readonly nextClosing: number | undefined;
}

/** True where somebody with this language (and level) can do what `fr:good` or `fr:good?` asks. */
export function languageFits(asked: string, choice: string): boolean {
  const need = splitLanguage(asked.replace('?', ''));
  const have = splitLanguage(choice);
  if (need.tag !== have.tag) return false;
  const rank = (level: string | undefined) =>
    (languageLevels as readonly string[]).indexOf(level ?? 'native');
  return rank(have.level) >= rank(need.level);
}

const equal = (value: string, choice: string) => value === choice;

/** Turns each set of a column into other values: hours into bands, languages into their tags. */
function mapSets({ sets, rows }: Column, to: (value: string) => readonly string[]): Column {
  return { rows, sets: sets.map((set) => [...new Set(set.flatMap(to))]) };
}

/** Hours as a column writes them, in numbers: `'3-5' -> { min: 3, max: 5 }`. */
export function readHours(value: string): { readonly min: number; readonly max: number } {
  const [min = '0', max = min] = value.split('-');
  return { min: Number(min), max: Number(max) };
}

function lengthBand(value: string): readonly string[] {
  const kind = value === 'one-off' || value === 'ongoing' ? value : undefined;
  return [lengthBandOf(kind ? { kind } : { kind: 'weeks', weeks: Number(value) })];
}

/** The status that a stage is found under. */
function statusOf(stage: Stage): string {
  return takesApplications(stage) ? 'open' : stage;
}

/** A facet as it is filtered: the values of each row, and what a choice lets through. */
interface Facet {
  readonly column: Column;
  readonly fits: (value: string, choice: string) => boolean;
  /** What is counted under a value's name. */
  readonly countedAs: (value: string) => string;
}

function facetsOf(table: FacetTable, stages: readonly Stage[]): Record<FacetId, Facet> {
  const { columns } = table;
  const plain = (column: Column): Facet => ({ column, fits: equal, countedAs: (value) => value });
  const statusSets = statusValues.map((value) => [value]);
  const statusRows = stages.map((stage) => (statusValues as readonly string[]).indexOf(statusOf(stage)));
  return {
    task: plain(columns.task),
    cause: plain(columns.cause),
    sdg: plain(columns.sdg),
    country: plain(columns.country),
    region: plain(table.regions),
    lang: { column: columns.lang, fits: languageFits, countedAs: (value) => splitLanguage(value).tag },
    hours: plain(mapSets(columns.hours, (value) => hoursBandsOf(readHours(value)))),
    length: plain(mapSets(columns.length, lengthBand)),
    kind: plain(columns.kind),
    status: plain({ sets: statusSets, rows: statusRows }),
  };
}

/**
 * The rows that are filed under a value of a facet other than the status, those first that have it as their main one;
 * newest first.
 */
export function rowsUnder(table: FacetTable, facet: Exclude<FacetId, 'status'>, value: string): number[] {
  const { column, fits } = facetsOf(table, [])[facet];
  const places = column.sets.map((set) => set.findIndex((other) => fits(other, value)));
  const rows = [...Array(table.size).keys()].filter((row) => (places[column.rows[row] ?? -1] ?? -1) >= 0);
  const isMain = (row: number) => places[column.rows[row] ?? -1] === 0;
  return [...rows.filter(isMain), ...rows.filter((row) => !isMain(row))];
}

/** The stage of every row at an instant (ms). */
export function stagesOf(table: FacetTable, now: number): Stage[] {
  return table.statuses.map((status, row) => stageAt({ status, closesAt: table.closesAt[row] }, now));
}

function closesWithin(closesAt: number | undefined, days: number, now: number): boolean {
  return closesAt !== undefined && closesAt > now && closesAt - now <= days * dayMs;
}

/** Adds up how often each value is counted, from how often each set is. */
function tally(facet: Facet, setCounts: Uint32Array, choices: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string, count: number) => counts.set(value, (counts.get(value) ?? 0) + count);
  facet.column.sets.forEach((set, index) => {
    const count = setCounts[index] ?? 0;
    if (count === 0) return;
    const names = new Set(set.map(facet.countedAs));
    for (const name of names) add(name, count);
    for (const choice of choices) {
      if (!names.has(choice) && set.some((value) => facet.fits(value, choice))) add(choice, count);
    }
  });
  return counts;
}

/**
 * What a search finds at an instant (ms). `hits` are the rows that its words were found in, best first; undefined
 * where it has none. `scores` say how well each row fits the visitor, where they have said what they can.
 */
export function find(
  table: FacetTable,
  state: SearchState,
  hits: readonly number[] | undefined,
  now: number,
  scores?: readonly number[],
): FoundOpportunities {
  const stages = stagesOf(table, now);
  const facets = facetsOf(table, stages);
  const tests = facetIds.map((id) => {
    const { column, fits } = facets[id];
    const choices = state.chosen[id];
    return {
      id,
      rows: column.rows,
      counts: new Uint32Array(column.sets.length),
      passes:
        choices.length === 0
          ? undefined
          : column.sets.map((set) => set.some((value) => choices.some((choice) => fits(value, choice)))),
      misses: 0,
    };
  });
  const closesCounts = new Map<number, number>(closesChoices.map((days) => [days, 0]));
  if (state.closes !== undefined) closesCounts.set(state.closes, 0);
  const { closes } = state;
  let closesMisses = 0;
  let nextClosing: number | undefined;

  const matching: number[] = [];
  const candidates = hits ?? Array(table.size).keys();
  for (const row of candidates) {
    const closesAt = table.closesAt[row];
    const closesMissed = closes !== undefined && !closesWithin(closesAt, closes, now);
    let missed: (typeof tests)[number] | undefined;
    let count = closesMissed ? 1 : 0;
    for (const test of tests) {
      if (test.passes && !test.passes[test.rows[row] ?? -1]) {
        missed = test;
        count++;
        if (count > 1) break;
      }
    }
    if (count > 1) continue;
    if (count === 0) {
      matching.push(row);
      if (closesAt !== undefined && closesAt > now) nextClosing = earlier(nextClosing, closesAt);
    }
    // A row that only one facet keeps out counts for that facet's own values: that is what choosing them would add.
    if (missed) missed.misses++;
    else if (closesMissed) closesMisses++;
    if (!closesMissed) {
      for (const test of missed ? [missed] : tests) {
        const set = test.rows[row];
        if (set !== undefined && set >= 0) test.counts[set] = (test.counts[set] ?? 0) + 1;
      }
    }
    if (!missed && closesAt !== undefined) {
      for (const [days, counted] of closesCounts) {
        if (closesWithin(closesAt, days, now)) closesCounts.set(days, counted + 1);
      }
    }
  }

  const without = new Map<FacetId | 'closes', number>();
  for (const { id, passes, misses } of tests) if (passes) without.set(id, misses);
  if (closes !== undefined) without.set('closes', closesMisses);
  return {
    rows: inOrder(table, state, matching, stages, scores),
    counts: Object.fromEntries(
      tests.map(({ id, counts }) => [id, tally(facets[id], counts, state.chosen[id])]),
    ) as Record<FacetId, Map<string, number>>,
    closesCounts,
    without,
    nextClosing,
  };
}

/** The order that a search is shown in: what it asks for, as far as it can be had, or what suits it. */
export function sortOf({ sort, q }: SearchState, canFit: boolean): 'relevance' | Sort {
  return sort !== undefined && (sort !== 'fit' || canFit) ? sort : q === '' ? 'new' : 'relevance';
}

function inOrder(
  table: FacetTable,
  state: SearchState,
  rows: number[],
  stages: readonly Stage[],
  scores: readonly number[] | undefined,
): number[] {
  const sort = sortOf(state, scores !== undefined);
  if (sort === 'relevance') return rows;
  // Rows are numbered newest first.
  if (sort === 'new') return rows.sort((a, b) => a - b);
  const isOver = (row: number) => {
    const stage = stages[row];
    return stage === undefined || !takesApplications(stage);
  };
  if (sort === 'fit') {
    const score = (row: number) => scores?.[row] ?? 0;
    return rows.sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || score(b) - score(a) || a - b);
  }
  const closing = (row: number) => {
    // What one can't apply for any more comes after what has no end.
    if (isOver(row)) return Number.MAX_SAFE_INTEGER;
    return table.closesAt[row] ?? Number.MAX_SAFE_INTEGER - 1;
  };
  return rows.sort((a, b) => closing(a) - closing(b) || a - b);
}
