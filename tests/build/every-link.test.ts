/** What feeds, calendars, data, PDFs and pages' texts say of where things are, is there. */
import { expect, it } from 'vitest';
import { siteUrl } from '../../scripts/test/ports';
import { addressesIn, linksInFiles } from './links-in-files';
import { sharedSite } from './shared-site';

it('every address of the site, in whatever format, leads to a file and an anchor of it', async () => {
  const { dir } = await sharedSite('sample');
  const { counts, broken } = linksInFiles(dir, siteUrl);
  expect(broken).toEqual([]);
  const few = ['html', 'xml', 'json', 'ics', 'csv', 'pdf', 'txt'].filter((format) => !counts.get(format));
  expect(few).toEqual([]);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(15_000);
});

it('an address is read as its format writes it', () => {
  const read = (file: string, text: string) => addressesIn(file, Buffer.from(text), 'https://v.example');
  expect(
    read('a.ics', 'DESCRIPTION:Help\\n\\nhttps://v.example/en/op\r\n en/\r\nURL:https://v.example/b/'),
  ).toEqual(['https://v.example/en/open/', 'https://v.example/b/']);
  expect(read('feed.xml', '<p>&lt;a href=&quot;https://v.example/fr/é/#un&quot;&gt;</p>')).toEqual([
    'https://v.example/fr/é/#un',
  ]);
  expect(read('p.html', '<a href="https://wa.me/?text=See%20https%3A%2F%2Fv.example%2Fen%2Fx%2F">')).toEqual([
    'https://v.example/en/x/',
  ]);
  expect(read('d.json', '{"path":"/en/open/x/","text":"See https://v.example/y/.","type":"a/b"}')).toEqual([
    'https://v.example/y/',
    'https://v.example/en/open/x/',
  ]);
  expect(read('d.csv', 'x,"Say ""https://v.example/z/""",https://v.example/w/,')).toEqual([
    'https://v.example/z/',
    'https://v.example/w/',
  ]);
  expect(read('a.pdf', '/URI (https://v.example/en/c/x/)>>')).toEqual(['https://v.example/en/c/x/']);
});
