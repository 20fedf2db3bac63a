import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyState, facetIds, normalizeState, type FacetId, type SearchState } from './search-address';
import {
  columnNames,
  formatVersion,
  packClosing,
  packColumn,
  readColumns,
  type ColumnName,
  type FacetTable,
} from './facet-columns';
import type { LanguageLevel } from '@/model/vocabularies/languages';
import { effectiveSort } from '../ranking';
import { searchedLanguages } from './language-fit';
import { filterOpportunities, isLanguageSufficient } from './filter-opportunities';

/** An opportunity as the test writes it down. */
interface Row {
  readonly task: readonly string[];
  readonly country: readonly string[];
  readonly region: readonly string[];
  readonly lang: readonly string[];
  readonly hours: string;
  readonly length: string;
  readonly kind: string;
  readonly status: string;
  /** ms */
  readonly closesAt: number | undefined;
}

const day = 86_400_000;
const now = Date.parse('2026-11-25T09:30:00Z');
const around: Record<string, string[]> = {
  SN: ['011', '202', '002'],
  KE: ['014', '202', '002'],
  NP: ['034', '142'],
  '202': ['202', '002'],
  '142': ['142'],
};

function tableOf(rows: readonly Row[]): FacetTable {
  const column = (name: ColumnName) =>
    packColumn(
      rows.map((row) => {
        if (name === 'closes' || name === 'closesAt') return packClosing(row.closesAt)[name];
        const value = (row as unknown as Record<string, string | string[] | undefined>)[name] ?? [];
        return typeof value === 'string' ? [value] : value;
      }),
    );
  return readColumns({
    version: formatVersion,
    index: 'en_0',
    size: rows.length,
    cards: '',
    columns: Object.fromEntries(columnNames.map((name) => [name, column(name)])) as never,
    around,
  });
}

const state = (
  chosen: Partial<Record<FacetId, readonly string[]>>,
  rest: Partial<SearchState> = {},
): SearchState => normalizeState({ ...emptyState, ...rest, chosen: { ...emptyState.chosen, ...chosen } });

const row: Row = {
  task: ['translation'],
  country: ['SN'],
  region: [],
  lang: ['fr:fluent', 'en:good?'],
  hours: '3-8',
  length: '6',
  kind: 'civil',
  status: 'open',
  closesAt: undefined,
};

describe('filterOpportunities', () => {
  const rows: Row[] = [
    row,
    { ...row, task: ['web', 'data'], country: ['KE'], closesAt: now + 3 * day, lang: ['en:basic'] },
    { ...row, country: [], region: ['202'], status: 'filled', hours: '1-1' },
    { ...row, country: ['NP'], closesAt: now, length: 'ongoing' },
    { ...row, status: 'paused', closesAt: now + 20 * day, length: '0.5' },
    { ...row, closesAt: now + 1, kind: 'academic', length: 'one-off' },
  ];
  const table = tableOf(rows);
  const found = (
    chosen: Partial<Record<FacetId, readonly string[]>>,
    rest: Partial<SearchState> = {},
    hits?: number[],
  ) => filterOpportunities(table, state(chosen, rest), hits, now);

  it('shows what is open at the instant, closing soon included', () => {
    expect(found({}).rows).toEqual([0, 1, 5]);
    expect(Object.fromEntries(found({}).counts.status)).toEqual({ open: 3, filled: 1, closed: 1, paused: 1 });
    expect(filterOpportunities(table, emptyState, undefined, now + 1).rows).toEqual([0, 1]);
    expect(found({}).nextClosing).toBe(now + 1);
  });

  it('counts regions around countries and regions', () => {
    expect(Object.fromEntries(found({}).counts.region)).toEqual({ '011': 2, '202': 3, '002': 3, '014': 1 });
  });

  it('matches a work language by the level that one has', () => {
    expect(found({ lang: ['fr'] }).rows).toEqual([0, 5]);
    expect(found({ lang: ['fr:good'] }).rows).toEqual([]);
    expect(found({ lang: ['en:good'] }).rows).toEqual([0, 1, 5]);
    const { counts } = found({ lang: ['en:basic'] });
    expect(Object.fromEntries(counts.lang)).toEqual({ fr: 2, en: 3, 'en:basic': 1 });
    expect(isLanguageSufficient('fr:good?', 'fr')).toBe(true);
    expect(isLanguageSufficient('fr:native', 'fr:fluent')).toBe(false);
  });

  it('counts hours by limits that include each other, and lengths by bands', () => {
    expect(Object.fromEntries(found({}).counts.hours)).toEqual({ 5: 3, 10: 3, 20: 3 });
    const lengths = found({ status: ['paused', 'closed'] }).counts.length;
    expect(Object.fromEntries(lengths)).toEqual({ days: 1, ongoing: 1 });
  });

  it('puts first those for which the languages of the search are enough, and says what others need', () => {
    const needs = [
      ['fr:good', 'en:good'],
      ['fr:fluent'],
      ['fr:good'],
      ['en:good|', 'fr:basic|'],
      ['fr:basic?', 'es:good'],
    ];
    const grouped = tableOf(needs.map((lang) => ({ ...row, lang, closesAt: undefined })));
    const search = (lang: string[], answers: [string, LanguageLevel][] = [], rest = {}, hits?: number[]) =>
      filterOpportunities(grouped, state({ lang }, rest), hits, now, {
        languages: searchedLanguages(lang, new Map(answers), 'en'),
      });
    const plain = search(['fr']);
    expect(plain.rows).toEqual([2, 3, 0, 1, 4]);
    expect(plain.enough).toBe(2);
    const unmetOf = (place: number) => plain.unmet(place).flat();
    expect(
      [0, 1, 2, 3, 4].map((place) => unmetOf(place).map((need) => `${need.language}:${need.level}`)),
    ).toEqual([['en:good'], ['fr:fluent'], [], [], ['es:good']]);
    // The answers to the fit check count, but for a level that the address names.
    const answers: [string, LanguageLevel][] = [
      ['fr', 'fluent'],
      ['en', 'good'],
    ];
    expect(search(['fr'], answers).rows).toEqual([0, 1, 2, 3, 4]);
    expect(search(['fr'], [['fr', 'basic']]).rows).toEqual([3, 0, 1, 2, 4]);
    expect(search(['fr:good'], [['fr', 'basic']]).enough).toBe(2);
    // With words the order is that of the words.
    expect(search(['fr'], [], { q: 'x' }, [0, 2]).rows).toEqual([0, 2]);
    expect(search([]).enough).toBeUndefined();
  });

  it('says what would be found without a choice', () => {
    const { without } = found({ task: ['web'], country: ['SN'] }, { closes: 7 });
    expect(Object.fromEntries(without)).toEqual({ task: 1, country: 1, closes: 0, status: 0 });
  });

  it('orders by relevance, date or what closes first', () => {
    const all = { status: ['open', 'closed', 'filled'] };
    expect(found({}, { q: 'x' }, [5, 3, 1]).rows).toEqual([5, 1]);
    expect(found({}, { q: 'x', sort: 'new' }, [5, 3, 1]).rows).toEqual([1, 5]);
    expect(found(all, { sort: 'closing' }).rows).toEqual([5, 1, 0, 2, 3]);
  });

  it('orders by what fits where that is known, ended ones last, the newer of two equal ones first', () => {
    const byFit = state({ status: ['open', 'closed', 'filled'] }, { sort: 'fit' });
    const rowsFor = (...scores: number[]) =>
      filterOpportunities(table, byFit, undefined, now, { scores }).rows;
    expect(rowsFor(1, 2, 9, 9, 9, 2)).toEqual([1, 5, 0, 2, 3]);
    expect(rowsFor(1, 2, 9, 9, 9, 3)).toEqual([5, 1, 0, 2, 3]);
    expect(found({}, { sort: 'fit' }).rows).toEqual([0, 1, 5]);
  });

  it.each<[Partial<SearchState>, boolean, string]>([
    [{}, true, 'new'],
    [{ q: 'x' }, true, 'relevance'],
    [{ sort: 'fit' }, true, 'fit'],
    [{ sort: 'fit' }, false, 'new'],
    [{ sort: 'fit', q: 'x' }, false, 'relevance'],
  ])('orders %j, with answers to the fit check (%s), by %s', (chosen, hasAnswers, sort) => {
    expect(effectiveSort(state({}, chosen), hasAnswers)).toBe(sort);
  });
});

describe('counts', () => {
  const some = (values: string[], max = 3) =>
    fc.subarray(values, { maxLength: Math.min(max, values.length) });
  const anyRow: fc.Arbitrary<Row> = fc.record({
    task: some(['translation', 'web', 'data']),
    country: some(['SN', 'KE', 'NP']),
    region: some(['202', '142']),
    lang: some(['fr:basic', 'fr:native', 'en:good?', 'es:fluent']),
    hours: fc.constantFrom('1-1', '3-8', '0.5-20', '1.5-1.5'),
    length: fc.constantFrom('one-off', 'ongoing', '0.5', '4', '12'),
    kind: fc.constantFrom('civil', 'public'),
    status: fc.constantFrom('open', 'open', 'open', 'paused', 'filled', 'closed'),
    closesAt: fc.option(
      fc.integer({ min: -20, max: 100 }).map((days) => now + days * day),
      { nil: undefined },
    ),
  });
  const anyState = fc
    .record({
      task: some(['translation', 'web', 'data'], 2),
      country: some(['SN', 'NP'], 1),
      region: some(['002', '142', '019'], 1),
      lang: some(['fr:good', 'en', 'es:basic'], 2),
      hours: some(['1', '5', '20'], 2),
      length: some(['one-off', '1-4', 'days'], 2),
      status: some(['open', 'paused', 'filled', 'closed'], 4),
      closes: fc.constantFrom(undefined, 7, 30),
    })
    .map(({ closes, ...chosen }) => state(chosen, { closes }));

  // The slow way, straight from the definition: filter everything again for each value.
  const slowly = (table: FacetTable, wanted: SearchState) =>
    filterOpportunities(table, wanted, undefined, now).rows.length;

  it('equal what choosing each value finds', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), anyState, (rows, wanted) => {
        const table = tableOf(rows);
        const found = filterOpportunities(table, wanted, undefined, now);
        for (const facet of facetIds) {
          for (const [value, count] of found.counts[facet]) {
            expect(slowly(table, state({ ...wanted.chosen, [facet]: [value] }, wanted))).toBe(count);
          }
        }
      }),
    );
  });

  it('equal a plain filter written another way', () => {
    const limits: Record<string, string[]> = {
      '1-1': ['1', '2', '5', '10', '20'],
      '3-8': ['5', '10', '20'],
      '0.5-20': ['1', '2', '5', '10', '20'],
      '1.5-1.5': ['2', '5', '10', '20'],
    };
    const lengths: Record<string, string> = {
      'one-off': 'one-off',
      ongoing: 'ongoing',
      0.5: 'days',
      4: '1-4',
      12: '5-12',
    };
    const levels = ['basic', 'good', 'fluent', 'native'];
    const statusAt = ({ status, closesAt }: Row) =>
      (status === 'open' || status === 'paused') && closesAt !== undefined && closesAt <= now
        ? 'closed'
        : status;
    const any = (chosen: readonly string[], test: (value: string) => boolean) =>
      chosen.length === 0 || chosen.some(test);
    const matches = (r: Row, { chosen, closes }: SearchState) =>
      any(chosen.task, (v) => r.task.includes(v)) &&
      any(chosen.country, (v) => r.country.includes(v)) &&
      any(chosen.region, (v) => [...r.country, ...r.region].some((place) => around[place]?.includes(v))) &&
      any(chosen.lang, (v) => {
        const [tag, have] = v.split(':');
        return r.lang.some((asked) => {
          const [language, level = ''] = asked.replace('?', '').split(':');
          return language === tag && (have === undefined || levels.indexOf(have) >= levels.indexOf(level));
        });
      }) &&
      any(chosen.hours, (v) => limits[r.hours]?.includes(v) ?? false) &&
      any(chosen.length, (v) => lengths[r.length] === v) &&
      any(chosen.status, (v) => statusAt(r) === v) &&
      (closes === undefined ||
        (r.closesAt !== undefined && r.closesAt > now && r.closesAt <= now + closes * day));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), anyState, (rows, wanted) => {
        const expected = rows.flatMap((r, index) => (matches(r, wanted) ? [index] : []));
        expect(filterOpportunities(tableOf(rows), wanted, undefined, now).rows).toEqual(expected);
      }),
    );
  });
});
