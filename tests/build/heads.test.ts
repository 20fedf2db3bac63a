/** What programs read of the sample: the heads of its pages, for search engines and previews, and the open data beside them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { recordPath } from '../../src/i18n/data-files';
import { locales, type Locale } from '../../src/i18n/locales';
import { openWith, opportunitiesIn } from '../browser/sample';
import { parsePage } from './page';
import { sharedSite } from './shared-site';

interface Head {
  readonly path: string;
  readonly title: string;
  readonly canonical: string | undefined;
  /** Contents by name or property. */
  readonly meta: Readonly<Record<string, string>>;
  /** The addresses of open data of what the page is about. */
  readonly records: readonly string[];
}

let dir: string;
let heads: readonly Head[];
let headAt: ReadonlyMap<string, Head>;

function readHead(address: string, html: string): Head {
  const page = parsePage(html.split('</head>', 1)[0] ?? '');
  const meta = page.all('meta').map(({ attributes: { property, name, content = '' } }) => {
    return [property ?? name ?? '', content] as const;
  });
  return {
    path: address,
    title: page.all('title')[0]?.text ?? '',
    canonical: page.canonical,
    meta: Object.fromEntries(meta),
    records: page
      .all('link', { rel: 'alternate', type: 'application/json' })
      .map(({ attributes }) => attributes['href'] ?? ''),
  };
}

beforeAll(async () => {
  ({ dir } = await sharedSite('sample'));
  heads = readBuiltPages(dir)
    .filter((page) => !page.path.startsWith('/embed/'))
    .map(({ path: address, html }) => readHead(address, html));
  headAt = new Map(heads.map((head) => [head.path, head]));
});

const pathnameOf = (address = '') => new URL(address).pathname;

const readJson = (file: string): object => JSON.parse(readFileSync(path.join(dir, file), 'utf8')) as object;

it('the pages of each open opportunity name its record, in every language', () => {
  for (const locale of locales)
    for (const { path: page, id } of openWith(locale, {})) {
      const record = recordPath('opportunity', id);
      expect([page, headAt.get(page)?.records]).toEqual([page, [record]]);
      expect(readJson(record)).toMatchObject({ id });
    }
});

it('titles have at most 65 characters but for entries, and descriptions 50 to 160', () => {
  const isEntry = new Set(locales.flatMap((locale) => opportunitiesIn(locale).map(({ path: page }) => page)));
  for (const { path: page, title, meta } of heads) {
    const { length } = [...(meta['description'] ?? '')];
    expect(length, `${page} ${meta['description'] ?? ''}`).toBeGreaterThanOrEqual(50);
    expect(length, page).toBeLessThanOrEqual(160);
    const leadsTo = pathnameOf(meta['og:url']);
    if ((isEntry.has(page) || isEntry.has(leadsTo)) && [...(meta['og:title'] ?? '')].length > 65)
      expect(title).toBe(meta['og:title']);
    else expect([...title].length, `${page} ${title}`).toBeLessThanOrEqual(65);
  }
});

it('the further pages of a list are there in every language, each with a title and a description of its own', () => {
  const further = heads.filter((head) => /^\/\w\w\/.*\/page\/[\d-]+\/$/.test(head.path));
  const lists = further.map((head) => head.path.replace(/page\/.*/, ''));
  for (const list of ['/en/opportunities/', '/fr/missions/', '/es/oportunidades/'])
    expect(lists).toContain(list);
  for (const { path: page, title, canonical, meta } of further) {
    expect(canonical).toBe(page);
    for (const said of [title, meta['description']])
      expect(said, page).toMatch(/\((?:posted by|publication jusqu’au|publicación hasta el) \d+/);
  }
});

it('every page has a preview in its language, with a picture that is there', () => {
  const territories = { en: 'en_GB', fr: 'fr_FR', es: 'es_LA' } as const;
  for (const { path: page, meta } of heads) {
    for (const name of ['og:title', 'og:description', 'og:url', 'og:site_name', 'og:image:alt'])
      expect(meta[name], `${page} ${name}`).toBeTruthy();
    // A page that isn't translated is named by its original.
    const [, language = ''] = pathnameOf(meta['og:url']).split('/');
    expect([page, meta['og:locale']]).toEqual([page, territories[(language || 'en') as Locale]]);
    expect(existsSync(path.join(dir, pathnameOf(meta['og:image']))), page).toBe(true);
  }
  const typeAt = (page: string) => headAt.get(page)?.meta['og:type'];
  const [opportunity] = openWith('fr', {});
  expect([typeAt(opportunity?.path ?? ''), typeAt('/fr/missions/')]).toEqual(['article', 'website']);
});

it('a short or former address shows what the page that it leads to shows', () => {
  const redirects = heads.filter(
    ({ path: page, canonical }) => canonical !== undefined && canonical !== page && page.includes('/c/'),
  );
  expect(redirects.length).toBeGreaterThanOrEqual(3 * locales.length);
  const tagsOf = (head: Head | undefined) =>
    Object.entries(head?.meta ?? {}).filter(([name]) => /^(?:og:|description|twitter:)/.test(name));
  for (const { path: page, canonical = '' } of redirects)
    expect([page, tagsOf(headAt.get(page))]).toEqual([page, tagsOf(headAt.get(canonical))]);
});
