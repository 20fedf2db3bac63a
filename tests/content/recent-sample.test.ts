/** The sample as `npm start` shows it: as right as the shipped one, with something of every stage, whatever the day. */
import { rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyRecentSample } from '@scripts/local/sample/recent-sample';
import { acceptEntries } from '@/pipeline/check/accept';
import { reviewTexts } from '@/site/prepare/review-texts';
import { siteProblems } from '@/site/prepare/site-problems';
import { buildSite } from '@/site/site';
import { createFilesSource } from '@/sources/files/files-source';

const folder = mkdtempSync(path.join(tmpdir(), 'recent-'));
afterAll(() => rm(folder, { recursive: true }));

// Before the sample's own dates, soon after them, and when half of it would have closed.
describe.each(['2026-05-02', '2026-12-31', '2030-02-28'])('on %s', async (today) => {
  const dir = path.join(folder, today);
  await copyRecentSample('content', dir, today);
  const pulled = await createFilesSource(dir).read(() => undefined);
  const { entries, problems } = acceptEntries(pulled.entries, pulled.problems);
  const now = Date.parse(`${today}T12:00:00Z`);
  const site = buildSite({ ...pulled, entries, pictures: {}, now });

  it('has no problem and no warning', () => {
    const texts = reviewTexts(entries, site, 'https://v.example');
    expect([...problems, ...siteProblems(entries, site), ...texts.problems]).toEqual([]);
  });

  it('has something new, closing soon, filled and closed, and most is open', () => {
    const opportunities = site.byLocale.get('en')?.opportunities ?? [];
    const count = (stage: string) => opportunities.filter((one) => one.stage === stage).length;
    expect(opportunities.some(({ shared }) => shared.posted === today)).toBe(true);
    expect(opportunities.every(({ shared }) => shared.posted <= today && shared.updated <= today)).toBe(true);
    expect(count('closing')).toBe(3);
    expect(count('filled')).toBeGreaterThan(1);
    expect(count('closed')).toBeGreaterThan(1);
    expect(count('open')).toBeGreaterThan(30);
    for (const days of [3, 9, 25])
      expect(
        opportunities.some(
          ({ shared }) =>
            shared.closes?.date === new Date(now + days * 86_400_000).toISOString().slice(0, 10),
        ),
      ).toBe(true);
  });
});
