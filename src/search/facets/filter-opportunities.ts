/**
 * Filters, counts and sorts over the facet columns, at an instant. Pure, and quick enough for every click: one pass
 * over the rows, which hold indexes of sets rather than values.
 */
import { earlierInstant } from '@/model/time/closing-check';
import { stageAt, acceptsApplications, type Stage } from '@/model/time/lifecycle';
import { matchingLengthBand, sufficientHoursLimits, type Length } from '@/model/vocabularies/bands';
import type { KnownLanguages, WorkLanguageNeed } from '@/model/language-needs';
import { languageLevels } from '@/model/vocabularies/languages';
import { facetIds, statusValues, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue } from './language-value';
import type { Column, FacetTable } from './facet-columns';
import { effectiveSort, sortRows } from '../ranking';
import { unmetOfSets } from './language-fit';

const dayMs = 86_400_000;

/** The opportunities that a search finds in the columns. */
export interface FilterResult {
  /** Rows, in the requested order; without words, those first for which the visitor's languages are enough. */
  readonly rows: readonly number[];
  /** The number of rows for which the visitor's languages are enough; undefined for a search for no language. */
  readonly enough: number | undefined;
  /** The conditions of a row that the visitor's languages don't meet. */
  readonly unmet: (row: number) => readonly (readonly WorkLanguageNeed[])[];
  /**
   * For each facet: the number of results if only this value of it were chosen, with all other facets unchanged.
   * Languages count at any level, and chosen ones with a level also as `fr:good`.
   */
  readonly counts: Readonly<Record<FacetId, ReadonlyMap<string, number>>>;
  /** For each filtered facet (and `closes`): the number of additional results without that filter. */
  readonly without: ReadonlyMap<FacetId | 'closes', number>;
  /** The next instant (ms) at which one of the rows closes; undefined if none will. */
  readonly nextClosing: number | undefined;
}

/** True if a language of work, `fr:good` with the marks of `PackedNeeds`, can be done with this language (and level). */
export function isLanguageSufficient(required: string, choice: string): boolean {
  const need = splitLanguageValue(required.replace(/[?|]$/, ''));
  const have = splitLanguageValue(choice);
  if (need.tag !== have.tag) return false;
  const rank = (level: string | undefined) =>
    (languageLevels as readonly string[]).indexOf(level ?? 'native');
  return rank(have.level) >= rank(need.level);
}

const equal = (value: string, choice: string) => value === choice;

/** Converts each set of a column to other values: hours to the limits that are enough. */
function mapSets({ sets, rows }: Column, to: (value: string) => readonly string[]): Column {
  return { rows, sets: sets.map((set) => [...new Set(set.flatMap(to))]) };
}

/** Parses the hours of a column: `'3-5' -> { min: 3, max: 5 }`. */
export function readHours(value: string): { readonly min: number; readonly max: number } {
  const [min = '0', max = min] = value.split('-');
  return { min: Number(min), max: Number(max) };
}

/** Parses the length of a column: `'6' -> { kind: 'weeks', weeks: 6 }`. */
export function readLength(value: string): Length {
  return value === 'one-off' || value === 'ongoing'
    ? { kind: value }
    : { kind: 'weeks', weeks: Number(value) };
}

/** The status under which a stage is found. */
function statusOf(stage: Stage): string {
  return acceptsApplications(stage) ? 'open' : stage;
}

/** A facet for filtering: the values of each row, and how a choice matches them. */
interface Facet {
  readonly column: Column;
  readonly fits: (value: string, choice: string) => boolean;
  /** The name under which a value is counted. */
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
    lang: {
      column: columns.lang,
      fits: isLanguageSufficient,
      countedAs: (value) => splitLanguageValue(value).tag,
    },
    hours: plain(mapSets(columns.hours, (value) => sufficientHoursLimits(readHours(value).min))),
    length: plain(mapSets(columns.length, (value) => [matchingLengthBand(readLength(value))])),
    kind: plain(columns.kind),
    status: plain({ sets: statusSets, rows: statusRows }),
  };
}

/**
 * The rows with a value of a facet other than the status: those with it as their main value first, then newest first.
 */
export function rowsWithValue(table: FacetTable, facet: Exclude<FacetId, 'status'>, value: string): number[] {
  const { column, fits } = facetsOf(table, [])[facet];
  const places = column.sets.map((set) => set.findIndex((other) => fits(other, value)));
  const rows = [...Array(table.size).keys()].filter((row) => (places[column.rows[row] ?? -1] ?? -1) >= 0);
  const isMain = (row: number) => places[column.rows[row] ?? -1] === 0;
  return [...rows.filter(isMain), ...rows.filter((row) => !isMain(row))];
}

/** The stage of every row at an instant (ms). */
function stagesAt(table: FacetTable, now: number): Stage[] {
  return table.statuses.map((status, row) => stageAt({ status, closesAt: table.closesAt[row] }, now));
}

function closesWithin(closesAt: number | undefined, days: number, now: number): boolean {
  return closesAt !== undefined && closesAt > now && closesAt - now <= days * dayMs;
}

/** Counts each value from the counts of the sets. */
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

/** The visitor, as far as a search knows. */
interface Visitor {
  /** The fit score of each row, where the visitor has given answers. */
  readonly scores?: readonly number[] | undefined;
  /** Their languages, where they search for any (`searchedLanguages`). */
  readonly languages?: KnownLanguages | undefined;
}

/**
 * Filters opportunities at an instant (ms). `hits` are the rows found by words, best first; undefined for a search
 * without words.
 */
export function filterOpportunities(
  table: FacetTable,
  state: SearchState,
  hits: readonly number[] | undefined,
  now: number,
  { scores, languages }: Visitor = {},
): FilterResult {
  const stages = stagesAt(table, now);
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
      if (closesAt !== undefined && closesAt > now) nextClosing = earlierInstant(nextClosing, closesAt);
    }
    // A row that only one facet excludes counts for that facet's own values: choosing them would add it.
    if (missed) missed.misses++;
    else if (closesMissed) closesMisses++;
    if (!closesMissed) {
      for (const test of missed ? [missed] : tests) {
        const set = test.rows[row];
        if (set !== undefined && set >= 0) test.counts[set] = (test.counts[set] ?? 0) + 1;
      }
    }
  }

  const without = new Map<FacetId | 'closes', number>();
  for (const { id, passes, misses } of tests) if (passes) without.set(id, misses);
  if (closes !== undefined) without.set('closes', closesMisses);
  const { lang } = table.columns;
  const unmetSets = languages && unmetOfSets(lang, languages);
  const unmet = (row: number) => unmetSets?.[lang.rows[row] ?? -1] ?? [];
  const sorted = sortRows(matching, state, { table, stages, scores });
  const isEnough = (row: number) => unmet(row).length === 0;
  const isGrouped = unmetSets && effectiveSort(state, scores !== undefined) !== 'relevance';
  return {
    rows: isGrouped ? [...sorted.filter(isEnough), ...sorted.filter((row) => !isEnough(row))] : sorted,
    enough: unmetSets && sorted.filter(isEnough).length,
    unmet,
    counts: Object.fromEntries(
      tests.map(({ id, counts }) => [id, tally(facets[id], counts, state.chosen[id])]),
    ) as Record<FacetId, Map<string, number>>,
    without,
    nextClosing,
  };
}
