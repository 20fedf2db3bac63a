/** A space with fewer languages, or with regional ones, gives a site of just those. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '@/i18n/locales';
import { parseLocales } from '@scripts/local/contentful/locale-settings';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { brokenLinks, linksInto, siteUrl } from './broken-links';
import { freshFolder } from './folders';
import { readPage, type Page } from './page';
import { contentfulEnv, runWholeBuild } from './run-build';
import { smallContent } from './small-content';

let french: string;
let regional: string;

async function buildIn(content: string, codes: string, out: string, own = {}): Promise<string> {
  const standIn = await startContentfulStandIn({ content, locales: parseLocales(codes) });
  await runWholeBuild(out, { ...contentfulEnv(standIn), ...own }).finally(() => standIn.close());
  return out;
}

beforeAll(async () => {
  const root = await freshFolder('locales');
  mkdirSync(`${root}/own/i18n`, { recursive: true });
  writeFileSync(
    `${root}/own/i18n/fr.json`,
    '{"nav.search": "Chercher ici", "section.search": "chercher-ici"}',
  );
  [french, regional] = await Promise.all([
    buildIn(smallContent, 'fr', `${root}/french`, { CONTENT_DIR: `${root}/own` }),
    buildIn(smallContent, 'en-US,fr-FR:en-US', `${root}/regional`),
  ]);
});

/** The languages that have a folder, a sitemap and a search index. */
function builtLanguages(dir: string): Record<string, string[]> {
  const known = (names: readonly string[]) =>
    locales.filter((locale) => names.some((name) => name.replace(/^sitemap-|\.\w+$/g, '') === locale));
  return {
    pages: known(readdirSync(dir).filter((name) => /^\w\w$/.test(name))),
    sitemaps: known(readdirSync(dir).filter((name) => name.startsWith('sitemap-'))),
    bundles: known(readdirSync(`${dir}/pagefind`)),
    columns: known(readdirSync(`${dir}/search`)),
  };
}

const allOf = (built: readonly Locale[]) => ({
  pages: built,
  sitemaps: built,
  bundles: built,
  columns: built,
});

/** Pages with a frame: not `/`, the common 404 page or those that only lead on. */
function framedPages(dir: string) {
  return readBuiltPages(dir)
    .filter(({ path, html }) => /^\/\w\w\//.test(path) && !html.includes('http-equiv="refresh"'))
    .map(({ path }) => ({ path, page: readPage(dir, path) }));
}

const titleOf = (page: Page) => page.all('title')[0]?.text;

function addressesOf(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
}

/** Every page of a sitemap stands in the folder. */
function missingFromSitemap(dir: string, locale: Locale): string[] {
  return addressesOf(readFileSync(`${dir}/sitemap-${locale}.xml`, 'utf8')).filter(
    (address) => !address.startsWith(siteUrl) || !existsSync(`${dir}${new URL(address).pathname}index.html`),
  );
}

describe('a space with only French', () => {
  it('gives a French site and no other', () => {
    expect(builtLanguages(french)).toEqual(allOf(['fr']));
    expect(framedPages(french).length).toBeGreaterThan(100);
  });

  it('has a French address page that leads to the one home page', () => {
    const page = readPage(french, '/');
    expect(page.lang).toBe('fr');
    expect(page.switcher).toEqual({ fr: '/fr/' });
    expect(page.hreflang).toEqual({ fr: '/fr/', 'x-default': '/' });
    expect(page.all('title')[0]?.text).toBe('Volontariat en ligne');
    expect(page.html).not.toMatch(/lang="(?:en|es)"/);
  });

  it('has a French page for addresses that lead nowhere', () => {
    const page = readPage(french, '/404.html');
    expect(page.lang).toBe('fr');
    expect(page.html).not.toMatch(/lang="(?:en|es)"/);
  });

  it('speaks French on every page, with nothing to switch to and no other language to tell of', () => {
    for (const { path, page } of framedPages(french)) {
      expect(page.lang, path).toBe('fr');
      expect(page.switcher, path).toEqual({});
      // The bare address leads to the home page, and the two name each other.
      expect(page.hreflang, path).toEqual(path === '/fr/' ? { fr: '/fr/', 'x-default': '/' } : {});
      expect(page.canonical, path).toBe(path);
    }
  });

  it('has no link to a language that isn’t there, and no dead link', () => {
    expect(linksInto(french, ['en', 'es'])).toEqual([]);
    expect(brokenLinks(french)).toEqual([]);
  });

  it('has a sitemap of French pages alone', () => {
    expect(addressesOf(readFileSync(`${french}/sitemap.xml`, 'utf8'))).toEqual([`${siteUrl}/sitemap-fr.xml`]);
    expect(missingFromSitemap(french, 'fr')).toEqual([]);
    const sitemap = readFileSync(`${french}/sitemap-fr.xml`, 'utf8');
    expect([...sitemap.matchAll(/hreflang="([^"]+)"/g)].map(([, code]) => code)).toEqual(['fr', 'x-default']);
  });
});

describe('a space with en-US and fr-FR', () => {
  it('gives an English and a French site', () => {
    expect(builtLanguages(regional)).toEqual(allOf(['en', 'fr']));
  });

  it('offers both at its bare address', () => {
    const page = readPage(regional, '/');
    expect(page.lang).toBe('en');
    expect(page.switcher).toEqual({ en: '/en/', fr: '/fr/' });
    expect(page.hreflang).toEqual({ en: '/en/', fr: '/fr/', 'x-default': '/' });
    expect(page.html).not.toContain('lang="es"');
  });

  it('says the language of each page as the site calls it', () => {
    for (const { path, page } of framedPages(regional)) expect(page.lang, path).toBe(path.slice(1, 3));
  });

  it('has a switcher that leads to the same page and back', () => {
    const pages = framedPages(regional);
    const switcherOf = new Map(pages.map(({ path, page }) => [path, page.switcher]));
    for (const { path, page } of pages) {
      const [own, other] = path.startsWith('/en/') ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
      expect(Object.keys(page.switcher), path).toEqual([other]);
      const there = page.switcher[other] ?? '';
      expect(switcherOf.get(there)?.[own], `${path} -> ${there}`).toBe(path);
    }
  });

  it('tells search engines of real translations only, each of the other', () => {
    const pages = framedPages(regional);
    const hreflangOf = new Map(pages.map(({ path, page }) => [path, page.hreflang]));
    hreflangOf.set('/', readPage(regional, '/').hreflang);
    const paired = pages.filter(({ page }) => Object.keys(page.hreflang).length > 0);
    expect(paired.length).toBeGreaterThan(100);
    for (const { path, page } of paired) {
      const isHome = /^\/..\/$/.test(path);
      expect(Object.keys(page.hreflang), path).toEqual(['en', 'fr', ...(isHome ? ['x-default'] : [])]);
      expect(Object.values(page.hreflang), path).toContain(path);
      for (const other of Object.values(page.hreflang))
        expect(hreflangOf.get(other), `${path} -> ${other}`).toEqual(page.hreflang);
      expect(page.canonical, path).toBe(path);
    }
    const single = pages.filter(({ page }) => Object.keys(page.hreflang).length === 0);
    expect(single.length).toBeGreaterThan(0);
  });

  it('has no link to a language that isn’t there, and no dead link', () => {
    expect(linksInto(regional, ['es'])).toEqual([]);
    expect(brokenLinks(regional)).toEqual([]);
  });

  it('has no two pages for addresses that lead nowhere with one title', () => {
    const titles = ['/404.html', '/en/404/', '/fr/404/'].map((path) => titleOf(readPage(regional, path)));
    expect(new Set(titles).size).toBe(3);
  });

  it('has a sitemap a language, whose pages are there', () => {
    expect(addressesOf(readFileSync(`${regional}/sitemap.xml`, 'utf8'))).toEqual(
      ['en', 'fr'].map((locale) => `${siteUrl}/sitemap-${locale}.xml`),
    );
    expect([...missingFromSitemap(regional, 'en'), ...missingFromSitemap(regional, 'fr')]).toEqual([]);
    const sitemap = readFileSync(`${regional}/sitemap-fr.xml`, 'utf8');
    expect(new Set([...sitemap.matchAll(/hreflang="([^"]+)"/g)].map(([, code]) => code))).toEqual(
      new Set(['en', 'fr', 'x-default']),
    );
  });
});

describe('texts of the interface in the content folder', () => {
  it('take the place of the program’s own, in addresses too, also where entries come from Contentful', () => {
    const [link] = readPage(french, '/fr/')
      .all('a')
      .filter(({ text }) => text.trim() === 'Chercher ici');
    expect(link?.attributes['href']).toBe('/fr/chercher-ici/');
    expect(existsSync(`${french}/fr/chercher-ici/index.html`)).toBe(true);
    expect(readFileSync(`${french}/sitemap-fr.xml`, 'utf8')).toContain('/fr/chercher-ici/');
  });
});
