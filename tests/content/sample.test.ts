/** The sample as it is shipped and as `npm start` shows it: right, and varied. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { copyRecentSample } from '@scripts/local/sample/recent-sample';
import { locales } from '@/i18n/locales';
import { causes } from '@/model/vocabularies/causes';
import { taskTypes } from '@/model/vocabularies/task-types';
import { acceptEntries } from '@/pipeline/check/accept';
import { reviewTexts } from '@/site/prepare/review-texts';
import { buildSite } from '@/site/site';
import { siteProblems } from '@/site/prepare/site-problems';
import type { Entry } from '@/model/types/types';
import { isComplete } from '@/pipeline/check/validate';
import { createFilesSource } from '@/sources/files/files-source';

/** Reads the content of a folder as a build at an instant (ms) does. */
async function readContent(dir: string, now: number) {
  const pulled = await createFilesSource(dir).read(() => undefined);
  const { entries, problems } = acceptEntries(pulled.entries, pulled.problems);
  const site = buildSite({ ...pulled, entries, pictures: {}, now });
  const texts = reviewTexts(entries, site, 'https://v.example');
  return { entries, site, problems: [...problems, ...siteProblems(entries, site), ...texts.problems] };
}

const shipped = await readContent('content', 0);
const { entries } = shipped;

type OfType<Name extends Entry['type']> = Extract<Entry, { type: Name }>;
const ofType = <Name extends Entry['type']>(name: Name) =>
  entries.filter((entry): entry is OfType<Name> => entry.type === name);

const opportunities = ofType('opportunity');

describe('the sample content', () => {
  it('is a sample by its settings, without a problem or a warning', () => {
    expect(ofType('settings').map(({ shared }) => shared.sample)).toEqual([true]);
    expect(shipped.problems).toEqual([]);
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
});

describe.each([
  ['before the sample’s own dates', '2026-05-02'],
  ['soon after them', '2026-12-31'],
  ['when half of it would have closed', '2030-02-28'],
])('the sample that npm start shows %s', (_, today) => {
  const folder = temporaryFolder();

  it('has no problem, something of every stage, and nothing of the future', async () => {
    const dir = folder.at('content');
    await copyRecentSample('content', dir, today);
    const now = Date.parse(`${today}T12:00:00Z`);
    const { site, problems } = await readContent(dir, now);
    expect(problems).toEqual([]);
    const shown = site.byLocale.get('en')?.opportunities ?? [];
    const count = (stage: string) => shown.filter((one) => one.stage === stage).length;
    expect(shown.some(({ shared }) => shared.posted === today)).toBe(true);
    expect(shown.every(({ shared }) => shared.posted <= today && shared.updated <= today)).toBe(true);
    expect(count('closing')).toBe(3);
    expect(count('filled')).toBeGreaterThan(1);
    expect(count('closed')).toBeGreaterThan(1);
    expect(count('open')).toBeGreaterThan(30);
    const lastDays = shown.map(({ shared }) => shared.closes?.date);
    const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
    expect(lastDays).toEqual(expect.arrayContaining([3, 9, 25].map(inDays)));
  });
});
