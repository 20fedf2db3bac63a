/** Addresses that changed, that two entries want, and those of texts that are in no other language, as pages have them. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import type { BuiltSite } from './build-expectations';
import { checkLinks } from './links';
import { readPage } from './page';
import { pagesEnv } from './pages-content';
import { sharedSite } from './shared-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await sharedSite('edge-cases');
});

const sitemap = (locale: string) => readFileSync(`${site.dir}/sitemap-${locale}.xml`, 'utf8');

describe('a former address', () => {
  it.each([
    ['/en/opportunities/old-films/', '/en/opportunities/caption-boat-films/'],
    ['/fr/missions/sous-titrer-films/', '/fr/missions/sous-titrer-douze-films-sur-la-construction-navale/'],
    ['/en/organizations/port-school/', '/en/organizations/harbour-school/'],
    ['/fr/c/barques-et-haricots/', '/fr/campagnes/barques-et-haricots/'],
  ])('%s leads to %s', (from, to) => {
    const page = readPage(site.dir, from);
    expect(page.all('meta', { 'http-equiv': 'refresh' })[0]?.attributes['content']).toBe(`0; url=${to}`);
    expect(page.all('a').map(({ attributes }) => attributes['href'])).toEqual([to]);
    expect(page).toMatchObject({ lang: from.slice(1, 3), canonical: to, isListed: false });
    expect(existsSync(`${site.dir}${to}index.html`)).toBe(true);
    expect(sitemap(from.slice(1, 3))).not.toContain(from);
  });

  it('never takes a live page’s place', () => {
    const page = readPage(site.dir, '/en/opportunities/translate-nine-letters-between-gardeners/');
    expect(page.all('h1')[0]?.text).toBe('Translate nine letters between gardeners');
  });
});

describe('an entry that isn’t translated', () => {
  const spanish = '/es/oportunidades/registrar-trescientas-fichas-de-frijol/';
  const french = '/fr/missions/saisir-trois-cents-fiches-de-haricots/';
  const inEnglish = '/en/opportunities/registrar-trescientas-fichas-de-frijol/';

  /** The languages in which a page has its texts; its own is undefined. */
  const proseLangs = (address: string) => [
    ...new Set(
      readPage(site.dir, address)
        .all('div', { class: 'prose' })
        .map(({ attributes }) => attributes['lang']),
    ),
  ];

  it('is shown in its own language, marked, and says so', () => {
    const page = readPage(site.dir, inEnglish);
    expect(page.text).toContain('Not yet translated into English. You’re reading it in Spanish.');
    expect(page).toMatchObject({ lang: 'en', canonical: spanish, hreflang: {} });
    expect(page.html).toMatch(/<h1>\s*<span lang="es">Registrar trescientas fichas de frijol/);
    expect(proseLangs(inEnglish)).toEqual(['es']);
    expect(readPage(site.dir, '/en/opportunities/').html).toMatch(
      /<span lang="es">\s*Registrar trescientas fichas de frijol\s*<\/span>/,
    );
  });

  it('is told of in the languages that it has only', () => {
    for (const [address, lang] of [
      [spanish, 'es'],
      [french, 'fr'],
    ] as const) {
      const page = readPage(site.dir, address);
      expect(page).toMatchObject({ lang, canonical: address, hreflang: { fr: french, es: spanish } });
      expect(page.switcher['en']).toBe(inEnglish);
    }
    // An optional text that was never translated is shown in its own language, marked.
    expect(proseLangs(french)).toEqual([undefined, 'es']);
  });

  it('is shown whole where only its title was translated, so that no page mixes languages', () => {
    const page = readPage(site.dir, '/fr/missions/proofread-the-tide-tables-of-the-lagoon/');
    expect(page.text).toContain('Vous lisez le texte en anglais.');
    expect(page.html).not.toContain('Relire les tables de marée');
    // A list says so before somebody opens it for nothing.
    const rows = readPage(site.dir, '/fr/browse/status/filled/').all('li', { class: 'row row-card' });
    expect(rows.find(({ text }) => text.includes('tide tables'))?.text).toContain('Texte en anglais');
  });
});

it('two entries with one title have addresses of their own', () => {
  const pages = ['', '-relire-carnets-again'].map((end) =>
    readPage(site.dir, `/en/opportunities/proofread-eight-shipyard-notebooks${end}/`),
  );
  expect(new Set(pages.map((page) => page.all('h1')[0]?.text)).size).toBe(1);
  expect(pages.map((page) => page.all('section', { id: 'apply' }).length)).toEqual([1, 0]);
});

it('signs that mean something in HTML are words in a title', () => {
  const page = readPage(site.dir, '/en/resources/captions-and-words/');
  const title = 'Captions & <b>“bold” "words"</b>';
  expect(page.all('h1')[0]?.text).toBe(title);
  expect(page.all('title')[0]?.text).toBe(`${title} · Online Volunteering`);
  expect(page.all('meta', { property: 'og:title' })[0]?.attributes['content']).toBe(title);
  expect(page.all('b')).toEqual([]);
});

describe('a sitemap', () => {
  const daysIn = (locale: string) =>
    new Map(
      [...sitemap(locale).matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
        ([, address = '', day]) => [new URL(address).pathname, day],
      ),
    );

  it.each(['en', 'fr', 'es'])('has every page that may be listed in %s, and no other', (locale) => {
    const listed = readBuiltPages(site.dir)
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`/${locale}/`))
      .filter((path) => {
        const page = readPage(site.dir, path);
        return page.isListed && page.canonical === path;
      });
    expect([...daysIn(locale).keys()].toSorted()).toEqual(listed.toSorted());
    expect(listed).toContainEqual(expect.stringMatching(/\/browse\/task\/\w+\/lang\/\w+\/$/));
  });

  it('dates a list by the newest change of what it lists', () => {
    const days = daysIn('en');
    // Registrar frijoles, which is shown in Spanish; the seed letters, of 7 October, are closed.
    expect(days.get('/en/opportunities/')).toBe('2026-10-06');
    expect(days.get('/en/organizations/')).toBe('2026-10-05');
    expect(days.get('/en/browse/status/closed/')).toBe('2026-10-07');
    expect(days.get('/en/')).toBe('2026-10-07');
  });
});

it('links that an editor got wrong are words, and all others lead somewhere', () => {
  const about = readPage(site.dir, '/en/info/about/');
  for (const words of ['odd-backslash', 'odd-accent', 'odd-own', 'odd-user']) {
    expect(about.text).toContain(words);
    expect(about.all('a').find(({ text }) => text === words)).toBeUndefined();
  }
  // Whether these are there, only the built site tells.
  const unsure = ['/en/#nowhere', '/data/v1/nothing.json'];
  expect(checkLinks(site.dir, pagesEnv.SITE_URL).broken).toEqual(
    unsure.map((link) => `/en/info/about/ -> ${link}`),
  );
  for (const field of ['en.body', 'formId']) expect(site.warnings.join('\n')).toContain(` · ${field}: `);
});
