/** What pages, feeds, calendars, data and PDFs say of where things are, is there. */
/** @module-tag core */
import { expect, it } from 'vitest';
import { siteUrl } from '../../scripts/test/ports';
import { checkLinks } from './links';
import { sharedSite } from './shared-site';

it('every address of the site, in whatever format, leads to a file and an anchor of it', async () => {
  const { dir } = await sharedSite('sample');
  const { counts, broken } = checkLinks(dir, siteUrl);
  expect(broken).toEqual([]);
  const few = ['html', 'xml', 'json', 'ics', 'csv', 'pdf', 'txt'].filter((format) => !counts.get(format));
  expect(few).toEqual([]);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(15_000);
});
