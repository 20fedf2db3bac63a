/** Pages, links and sitemaps of a site in all languages, and of a space with French alone. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '@/i18n/locales';
import { parseLocales } from '../contentful/locale-settings';
import { startStandIn } from '../contentful/start';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { freshFolder } from './folders';
import { checkLinks, siteUrl } from './links';
import { readPage } from './page';
import { contentfulEnv, runWholeBuild } from './run-build';
import { sharedSite } from './shared-site';
import { smallContent } from './small-content';

const core = { tags: ['core'] };

/** The languages that have a folder, a sitemap and a search index. */
function builtLanguages(dir: string): Locale[][] {
  const known = (names: readonly string[]) =>
    locales.filter((locale) => names.some((name) => name.replace(/^sitemap-|\.\w+$/g, '') === locale));
  return [
    known(readdirSync(dir).filter((name) => /^\w\w$/.test(name))),
    known(readdirSync(dir).filter((name) => name.startsWith('sitemap-'))),
    known(readdirSync(`${dir}/pagefind`)),
    known(readdirSync(`${dir}/search`)),
  ];
}

/** Pages with a frame: not `/`, the common 404 page or those that only lead on. */
function framedPages(dir: string) {
  return readBuiltPages(dir)
    .filter(({ path, html }) => /^\/\w\w\//.test(path) && !html.includes('http-equiv="refresh"'))
    .map(({ path }) => ({ path, page: readPage(dir, path) }));
}

/** Expects no dead link, and a sitemap a language, whose pages are there and name all languages. */
function expectWholeSitemaps(dir: string, languages: readonly Locale[]): void {
  expect(checkLinks(dir).broken).toEqual([]);
  const read = (name: string) => readFileSync(`${dir}/${name}.xml`, 'utf8');
  const addressesIn = (name: string) =>
    [...read(name).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  expect(addressesIn('sitemap')).toEqual(languages.map((locale) => `${siteUrl}/sitemap-${locale}.xml`));
  for (const name of languages.map((locale) => `sitemap-${locale}`)) {
    const isMissing = (address: string) => !existsSync(`${dir}${new URL(address).pathname}index.html`);
    expect(addressesIn(name).filter(isMissing)).toEqual([]);
    const told = [...read(name).matchAll(/hreflang="([^"]+)"/g)].map(([, code]) => code);
    expect(new Set(told)).toEqual(new Set([...languages, 'x-default']));
  }
}

describe('a site in three languages', () => {
  let dir: string;
  let pages: ReturnType<typeof framedPages>;
  beforeAll(async () => {
    ({ dir } = await sharedSite('minimal'));
    pages = framedPages(dir);
  });

  it('has all of them, and offers them at its bare address', core, () => {
    expect(builtLanguages(dir)).toEqual(Array(4).fill(locales));
    const page = readPage(dir, '/');
    const homes = { en: '/en/', fr: '/fr/', es: '/es/' };
    expect(page.lang).toBe('en');
    expect(page.switcher).toEqual(homes);
    expect(page.hreflang).toEqual({ ...homes, 'x-default': '/' });
    const titles = ['/404.html', '/en/404/', '/fr/404/', '/es/404/'].map(
      (path) => readPage(dir, path).all('title')[0]?.text,
    );
    expect(new Set(titles).size).toBe(4);
  });

  it('says the language of each page, which has a switcher to the same page and back', core, () => {
    const switcherOf = new Map(pages.map(({ path, page }) => [path, page.switcher]));
    for (const { path, page } of pages) {
      const own = path.slice(1, 3);
      expect(page.lang, path).toBe(own);
      expect(Object.keys(page.switcher).toSorted(), path).toEqual(
        locales.filter((locale) => locale !== own).toSorted(),
      );
      for (const there of Object.values(page.switcher))
        expect(switcherOf.get(there)?.[own], `${path} -> ${there}`).toBe(path);
    }
  });

  it('tells search engines of real translations only, each of the others', core, () => {
    const hreflangOf = new Map(pages.map(({ path, page }) => [path, page.hreflang]));
    hreflangOf.set('/', readPage(dir, '/').hreflang);
    const translated = pages.filter(({ page }) => Object.keys(page.hreflang).length > 0);
    expect(translated.length).toBeGreaterThan(100);
    expect(translated.length).toBeLessThan(pages.length);
    for (const { path, page } of translated) {
      expect(Object.values(page.hreflang), path).toContain(path);
      for (const other of Object.values(page.hreflang))
        expect(hreflangOf.get(other), `${path} -> ${other}`).toEqual(page.hreflang);
      expect(page.canonical, path).toBe(path);
    }
  });

  it('has no dead link, and a sitemap a language, whose pages are there', core, () => {
    expectWholeSitemaps(dir, locales);
  });
});

describe('a site of a space with French alone, and texts of the interface in the content folder', () => {
  let dir: string;
  beforeAll(async () => {
    const root = await freshFolder('locales');
    mkdirSync(`${root}/own/i18n`, { recursive: true });
    const own = { 'nav.search': 'Chercher ici', 'section.search': 'chercher-ici' };
    writeFileSync(`${root}/own/i18n/fr.json`, JSON.stringify(own));
    dir = `${root}/french`;
    const standIn = await startStandIn({ content: smallContent, locales: parseLocales('fr') });
    const env = { ...contentfulEnv(standIn), CONTENT_DIR: `${root}/own` };
    await runWholeBuild(dir, env).finally(() => standIn.close());
  });

  it('is a French site and no other, at its bare address too', () => {
    expect(builtLanguages(dir)).toEqual(Array(4).fill(['fr']));
    expectWholeSitemaps(dir, ['fr']);
    const page = readPage(dir, '/');
    expect(page).toMatchObject({ lang: 'fr', switcher: { fr: '/fr/' } });
    expect(page.hreflang).toEqual({ fr: '/fr/', 'x-default': '/' });
    for (const { html } of [page, readPage(dir, '/404.html')]) expect(html).not.toMatch(/lang="(?:en|es)"/);
  });

  it('speaks French on every page, with nothing to switch to and no other language to tell of', () => {
    const pages = framedPages(dir);
    expect(pages.length).toBeGreaterThan(100);
    for (const { path, page } of pages) {
      expect([path, page.lang, page.canonical]).toEqual([path, 'fr', path]);
      expect(page.switcher, path).toEqual({});
      // The bare address leads to the home page, and the two name each other.
      expect(page.hreflang, path).toEqual(path === '/fr/' ? { fr: '/fr/', 'x-default': '/' } : {});
    }
  });

  it('has these texts in the place of the program’s own, in addresses too', () => {
    const links = readPage(dir, '/fr/').all('a');
    expect(links.find(({ text }) => text.trim() === 'Chercher ici')?.attributes['href']).toBe(
      '/fr/chercher-ici/',
    );
    expect(existsSync(`${dir}/fr/chercher-ici/index.html`)).toBe(true);
    expect(readFileSync(`${dir}/sitemap-fr.xml`, 'utf8')).toContain('/fr/chercher-ici/');
  });
});
