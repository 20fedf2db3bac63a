/** The shipped content: complete, varied, and nowhere the same words twice. */
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '@/i18n/locales';
import { causes } from '@/model/vocabularies/causes';
import { taskTypes } from '@/model/vocabularies/task-types';
import { acceptEntries } from '@/pipeline/check/accept';
import { reviewTexts } from '@/site/prepare/review-texts';
import { buildSite } from '@/site/site';
import { siteProblems } from '@/site/prepare/site-problems';
import { isComplete, type AnyEntry } from '@/pipeline/check/validate';
import { createFilesSource } from '@/sources/files/files-source';

const pulled = await createFilesSource('content').read(() => undefined);
const { entries, problems } = acceptEntries(pulled.entries, pulled.problems);

type OfType<Name extends AnyEntry['type']> = Extract<AnyEntry, { type: Name }>;
const ofType = <Name extends AnyEntry['type']>(name: Name) =>
  entries.filter((entry): entry is OfType<Name> => entry.type === name);

const opportunities = ofType('opportunity');

/** Every text of an entry in a language, lists and groups included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the sample content', () => {
  it('has no problem and no warning', () => {
    const site = buildSite({ ...pulled, entries, pictures: {}, now: 0 });
    const texts = reviewTexts(entries, site, 'https://v.example');
    expect([...problems, ...siteProblems(entries, site), ...texts.problems]).toEqual([]);
    expect(texts.entries).toEqual(entries);
  });

  it('has what it promises to have', () => {
    const count = (name: AnyEntry['type']) => ofType(name).length;
    expect(count('organization')).toBe(16);
    expect(new Set(ofType('organization').map(({ shared }) => shared.country)).size).toBe(16);
    expect(count('opportunity')).toBe(48);
    expect([count('campaign'), count('story'), count('resource'), count('settings')]).toEqual([4, 6, 8, 1]);
  });

  it('covers every task type, cause and status', () => {
    expect(new Set(opportunities.flatMap(({ shared }) => shared.taskTypes))).toEqual(new Set(taskTypes));
    expect(new Set(opportunities.flatMap(({ shared }) => shared.causes))).toEqual(new Set(causes));
    const statuses = opportunities.map(({ shared }) => shared.status);
    for (const status of ['open', 'filled', 'closed', 'paused'] as const) expect(statuses).toContain(status);
    expect(opportunities.some(({ shared }) => shared.status === 'open' && shared.closes === undefined)).toBe(
      true,
    );
  });

  it('was first written in French or Spanish for a third of the opportunities', () => {
    const others = opportunities.filter(({ shared }) => shared.originalLanguage !== 'en');
    expect(others.length).toBeGreaterThanOrEqual(16);
  });

  it('is translated, but for a few entries that show the fallback', () => {
    const untranslated = entries.filter((entry) => locales.some((locale) => !isComplete(entry, locale)));
    expect(untranslated.length).toBeGreaterThanOrEqual(4);
    expect(untranslated.length).toBeLessThanOrEqual(8);
  });

  it('closes years out or is open-ended, so that nothing goes stale', () => {
    for (const { id, shared } of opportunities.filter(({ shared: { status } }) => status === 'open')) {
      expect((shared.closes?.date ?? shared.reviewBy ?? '') >= '2029-01-01', id).toBe(true);
    }
  });

  it('has both French words for volunteers, on the page about the site and in the search', () => {
    const about = ofType('page').find(({ shared }) => shared.role === 'about');
    expect(textsOf(about?.locales.fr).join(' ')).toMatch(/volontaires ou bénévoles/u);
    expect(ofType('synonyms').flatMap(({ locales: languages }) => textsOf(languages.fr))).toEqual(
      expect.arrayContaining(['bénévole', 'bénévolat']),
    );
  });

  it('says that it is a sample', () => {
    expect(ofType('settings')[0]?.shared.sample).toBe(true);
  });

  it.each(locales)('shares no run of 12 words between two entries (%s)', (locale: Locale) => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const entry of entries) {
      if (entry.type === 'synonyms') continue;
      for (const text of textsOf(entry.locales[locale])) {
        const words = wordsOf(text);
        for (let start = 0; start + 12 <= words.length; start++) {
          const run = words.slice(start, start + 12).join(' ');
          const other = owner.get(run);
          if (other !== undefined && other !== entry.id) shared.push(`${other}, ${entry.id}: ${run}`);
          owner.set(run, entry.id);
        }
      }
    }
    expect(shared).toEqual([]);
  });
});
