import { describe, expect, it } from 'vitest';
import { rawOpportunity, rawOrganization } from '@/model/samples.fixture';

import { findSimilar, maxSimilar } from './similar';
import type { SiteOpportunity } from '../site';
import { inLanguage, siteOf } from '../site.fixture';

const now = Date.parse('2026-11-25T00:00:00Z');

/** Opportunities as the pipeline makes them, newest first, from what is special about each. */
function views(
  special: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): readonly SiteOpportunity[] {
  const raw = [
    rawOrganization('o1'),
    ...Object.entries(special).map(([id, shared], index) =>
      rawOpportunity(id, {
        causes: [],
        skills: [],
        countries: [],
        closes: undefined,
        reviewBy: '2030-01-15',
        posted: new Date(now - index * 86_400_000).toISOString().slice(0, 10),
        ...shared,
      }),
    ),
  ];
  return inLanguage(siteOf(raw, { locales: ['en'], now }), 'en').opportunities;
}

const required = (...languages: string[]) => languages.map((language) => ({ language, level: 'good' }));
const ids = (found: ReturnType<typeof findSimilar>, id: string) =>
  found.get(id)?.map((similar) => similar.id);

describe('findSimilar', () => {
  it('puts the same task and cause before the same task alone, and says what is shared', () => {
    const languages = required('fr');
    const found = findSimilar(
      views({
        wells: { taskTypes: ['translation'], causes: ['water'], languages },
        songs: { taskTypes: ['translation'], causes: ['culture'], languages },
        pumps: { taskTypes: ['translation'], causes: ['water'], languages },
        books: { taskTypes: ['teaching'], causes: ['education'], languages },
      }),
    );
    expect(found.get('wells')).toEqual([
      { id: 'pumps', common: ['task', 'cause', 'lang'] },
      { id: 'songs', common: ['task', 'lang', 'hours'] },
    ]);
    expect(found.get('books')).toEqual([]);
  });

  it('takes hours in all for no hours a week', () => {
    const once = { length: { kind: 'one-off' }, hours: { min: 3, max: 5 } };
    const weekly = { ...once, length: { kind: 'ongoing' } };
    const found = findSimilar(views({ wells: weekly, songs: once, pumps: weekly, maps: once }));
    expect(found.get('wells')).toEqual([
      { id: 'pumps', common: ['task', 'lang', 'hours'] },
      { id: 'songs', common: ['task', 'lang'] },
      { id: 'maps', common: ['task', 'lang'] },
    ]);
  });

  it('names hours only where some number of them fits both', () => {
    const found = findSimilar(
      views({
        wells: { hours: { min: 1, max: 2 } },
        songs: { hours: { min: 4, max: 5 } },
        maps: { hours: { min: 2, max: 4 } },
      }),
    );
    const common = (id: string, of: string) => found.get(of)?.find((one) => one.id === id)?.common ?? [];
    expect(common('songs', 'wells')).not.toContain('hours');
    expect(common('maps', 'wells')).toContain('hours');
    expect(common('maps', 'songs')).toContain('hours');
  });

  it('prefers what its readers can do in the languages that they have', () => {
    const found = findSimilar(
      views({
        khmer: { taskTypes: ['translation'], languages: required('fr', 'km') },
        wells: { taskTypes: ['translation'], languages: required('fr') },
        songs: { taskTypes: ['translation'], languages: required('fr') },
      }),
    );
    expect(ids(found, 'wells')).toEqual(['songs', 'khmer']);
    expect(found.get('wells')?.[1]?.common).not.toContain('lang');
    expect(ids(found, 'khmer')).toEqual(['wells', 'songs']);
  });

  describe('names a language', () => {
    const plus = (language: string) => ({ language, level: 'good', need: 'welcome' });
    const either = required('en', 'fr').map((language) => ({ ...language, need: 'either' }));
    const frenchOrMore = [...required('fr'), plus('en')];

    it.each([
      ['both need it', required('fr'), frenchOrMore, true],
      ['one needs it and the other takes it', required('fr'), either, true],
      ['one takes it and the other needs it', either, required('fr'), true],
      ['it is only a plus of one', frenchOrMore, required('en'), false],
      ['it is only a plus of both', frenchOrMore, [...required('es'), plus('en')], false],
      ['the other needs one more', frenchOrMore, required('fr', 'en'), false],
    ])('where %s', (_why, own, other, isNamed) => {
      const found = findSimilar(views({ own: { languages: own }, other: { languages: other } }));
      expect(found.get('own')?.[0]?.common.includes('lang')).toBe(isNamed);
    });
  });

  it('leads from ended ones to open ones, never to ended ones or to itself', () => {
    const found = findSimilar(
      views({
        filled: { taskTypes: ['web'], status: 'filled' },
        paused: { taskTypes: ['web'], status: 'paused' },
        over: { taskTypes: ['web'], posted: '2026-10-01', closes: { date: '2026-11-01', zone: 'UTC' } },
        open: { taskTypes: ['web'] },
      }),
    );
    for (const ended of ['filled', 'paused', 'over']) expect(ids(found, ended)).toEqual(['open']);
    expect(ids(found, 'open')).toEqual([]);
  });

  it('is the same each time, and spreads attention where many are alike', () => {
    const names = Array.from({ length: 200 }, (_, index) => [
      `same-${1000 + index}`,
      { taskTypes: ['data'] },
    ]);
    const many = views(Object.fromEntries(names) as Parameters<typeof views>[0]);
    const found = findSimilar(many);
    expect(found).toEqual(findSimilar([...many]));
    const shown = new Set([...found.values()].flat().map(({ id }) => id));
    expect(shown.size).toBeGreaterThan(150);
    for (const similar of found.values()) expect(similar).toHaveLength(maxSimilar);
  });

  it('compares each with a bounded number, however many there are', () => {
    const [one] = views({ one: { taskTypes: ['data'], causes: ['water'] } });
    if (!one) throw new Error('There is no opportunity to copy.');
    const count = 2000;
    let comparisons = 0;
    const { includes } = Array.prototype;
    // Each comparison asks for the tasks, the causes, … of one in those of the other.
    Array.prototype.includes = function (...given: Parameters<typeof includes>) {
      comparisons++;
      return includes.apply(this, given);
    };
    try {
      findSimilar(Array.from({ length: count }, (_, index) => ({ ...one, id: `n${index}` })));
    } finally {
      Array.prototype.includes = includes;
    }
    expect(comparisons).toBeGreaterThan(count);
    expect(comparisons).toBeLessThanOrEqual(120 * count * 9);
  });
});
