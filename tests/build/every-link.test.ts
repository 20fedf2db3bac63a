/** What feeds, calendars, data, PDFs and pages' texts say of where things are, is there. */
/** @module-tag core */
import { expect, it } from 'vitest';
import { siteUrl } from '../../scripts/test/ports';
import { linksInFiles } from './links-in-files';
import { sharedSite } from './shared-site';

it('every address of the site, in whatever format, leads to a file and an anchor of it', async () => {
  const { dir } = await sharedSite('sample');
  const { counts, broken } = linksInFiles(dir, siteUrl);
  expect(broken).toEqual([]);
  const few = ['html', 'xml', 'json', 'ics', 'csv', 'pdf', 'txt'].filter((format) => !counts.get(format));
  expect(few).toEqual([]);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(15_000);
});
