/** Addresses that changed, that two entries want, and those of texts that are in no other language. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import type { BuiltSite } from './build-expectations';
import { brokenLinks } from './broken-links';
import { readPage, type Page } from './page';
import { sharedSite } from './shared-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await sharedSite('edge-cases');
});

const sitemap = (locale: string) => readFileSync(`${site.dir}/sitemap-${locale}.xml`, 'utf8');

describe('a former address', () => {
  it.each([
    ['/en/opportunities/caption-films/', '/en/opportunities/caption-boat-films/'],
    ['/en/opportunities/old-films/', '/en/opportunities/caption-boat-films/'],
    ['/fr/missions/sous-titrer-films/', '/fr/missions/sous-titrer-douze-films-sur-la-construction-navale/'],
    ['/en/organizations/port-school/', '/en/organizations/harbour-school/'],
    ['/en/c/boats-and-beans/', '/en/campaigns/boats-and-beans/'],
    ['/fr/c/barques-et-haricots/', '/fr/campagnes/barques-et-haricots/'],
  ])('%s leads to %s', (from, to) => {
    const page = readPage(site.dir, from);
    expect(page.all('meta', { 'http-equiv': 'refresh' })[0]?.attributes['content']).toBe(`0; url=${to}`);
    expect(page.all('a').map(({ attributes }) => attributes['href'])).toEqual([to]);
    expect(page.canonical).toBe(to);
    expect(page.isListed).toBe(false);
    expect(page.lang).toBe(from.slice(1, 3));
    expect(existsSync(`${site.dir}${to}index.html`)).toBe(true);
    expect(sitemap(from.slice(1, 3))).not.toContain(from);
  });

  it('belongs to its language alone', () => {
    expect(existsSync(`${site.dir}/fr/missions/caption-films`)).toBe(false);
    expect(existsSync(`${site.dir}/en/opportunities/sous-titrer-films`)).toBe(false);
  });

  it('never takes a live page’s place, and is named', () => {
    expect(site.warnings.join('\n')).toContain(
      'opportunities/relire-carnets.yml · en.formerSlugs.0: can’t lead here from /en/opportunities/translate-nine-letters-between-gardeners/, where another page is',
    );
    const page = readPage(site.dir, '/en/opportunities/translate-nine-letters-between-gardeners/');
    expect(page.all('h1')[0]?.text).toBe('Translate nine letters between gardeners');
  });
});

/** How a page is marked where its content is in another language. */
function marksOf(page: Page) {
  return {
    lang: page.lang,
    titleLang: page.all('h1')[0] && /<h1>\s*<span lang="(\w+)">/.exec(page.html)?.[1],
    proseLangs: [...new Set(page.all('div', { class: 'prose' }).map(({ attributes }) => attributes['lang']))],
    canonical: page.canonical,
    hreflang: page.hreflang,
  };
}

describe('an entry that isn’t translated', () => {
  const spanish = '/es/oportunidades/registrar-trescientas-fichas-de-frijol/';
  const french = '/fr/missions/saisir-trois-cents-fiches-de-haricots/';
  const inEnglish = '/en/opportunities/registrar-trescientas-fichas-de-frijol/';

  it('is shown in its own language, and says so', () => {
    const page = readPage(site.dir, inEnglish);
    expect(page.text).toContain('Not yet translated into English. You’re reading it in Spanish.');
    expect(marksOf(page)).toEqual({
      lang: 'en',
      titleLang: 'es',
      proseLangs: ['es'],
      canonical: spanish,
      hreflang: {},
    });
    expect(page.all('h1')[0]?.text).toBe('Registrar trescientas fichas de frijol');
  });

  it('is told of in the languages that it has only', () => {
    for (const [address, own] of [
      [spanish, 'es'],
      [french, 'fr'],
    ] as const) {
      const page = readPage(site.dir, address);
      expect(page.text).not.toMatch(/Pas encore traduit|Aún sin traducir/);
      expect(page.hreflang).toEqual({ fr: french, es: spanish });
      expect(page.canonical).toBe(address);
      expect(page.switcher['en']).toBe(inEnglish);
      expect(marksOf(page)).toMatchObject({ lang: own, titleLang: undefined });
    }
    // An optional text that was never translated is shown in its own language, marked.
    expect(marksOf(readPage(site.dir, french)).proseLangs).toEqual([undefined, 'es']);
  });

  it('is in the sitemaps of the languages that it has', () => {
    expect(sitemap('en')).not.toContain('registrar-trescientas');
    expect(sitemap('es')).toContain(`<loc>https://volunteer.example.org${spanish}</loc>`);
    expect(sitemap('fr')).toContain(`<loc>https://volunteer.example.org${french}</loc>`);
  });

  it('is shown whole where only its title was translated, so that no page mixes languages', () => {
    const page = readPage(site.dir, '/fr/missions/proofread-the-tide-tables-of-the-lagoon/');
    expect(page.text).toContain('Pas encore traduit en français. Vous lisez le texte en anglais.');
    expect(page.html).not.toContain('Relire les tables de marée');
    // A list says so before somebody opens it for nothing, and marks the language.
    expect(readPage(site.dir, '/en/opportunities/').html).toMatch(
      /<span lang="es">\s*Registrar trescientas fichas de frijol\s*<\/span>/,
    );
    const row = readPage(site.dir, '/fr/browse/status/filled/')
      .all('li', { class: 'row row-card' })
      .find(({ text }) => text.includes('tide tables'));
    expect(row?.text).toContain('Texte en anglais');
    expect(marksOf(page)).toMatchObject({
      lang: 'fr',
      titleLang: 'en',
      canonical: '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/',
      hreflang: {},
    });
  });
});

describe('two entries with one title', () => {
  it('are named once in each language', () => {
    const said = site.warnings.filter((line) => line.includes('would have the address'));
    expect(said.map((line) => / · (\w+)\.title/.exec(line)?.[1])).toEqual(['en', 'fr', 'es']);
  });

  it.each([
    ['/en/opportunities/', 'proofread-eight-shipyard-notebooks'],
    ['/fr/missions/', 'relire-huit-carnets-de-chantier'],
    ['/es/oportunidades/', 'revisar-ocho-cuadernos-de-astillero'],
  ])('have addresses of their own below %s', (section, slug) => {
    const [one, other] = [`${section}${slug}/`, `${section}${slug}-relire-carnets-again/`].map((address) =>
      readPage(site.dir, address),
    );
    expect(one?.all('h1')[0]?.text).toBe(other?.all('h1')[0]?.text);
    expect(one?.all('section', { id: 'apply' })).toHaveLength(1);
    expect(other?.all('section', { id: 'apply' })).toHaveLength(0);
  });
});

describe('signs that mean something in HTML', () => {
  it('are words in a title', () => {
    const page = readPage(site.dir, '/en/resources/captions-and-words/');
    expect(page.all('h1')[0]?.text).toBe('Captions & <b>“bold” "words"</b>');
    expect(page.all('title')[0]?.text).toBe('Captions & <b>“bold” "words"</b> · Online Volunteering');
    expect(page.all('meta', { property: 'og:title' })[0]?.attributes['content']).toBe(
      'Captions & <b>“bold” "words"</b>',
    );
    expect(page.all('b')).toEqual([]);
  });
});

describe('a sitemap', () => {
  const lastmodOf = (locale: string) =>
    new Map(
      [...sitemap(locale).matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
        ([, address = '', day]) => [new URL(address).pathname, day],
      ),
    );

  it.each(['en', 'fr', 'es'])('has every page that may be listed in %s, and no other', (locale) => {
    const listed = readBuiltPages(site.dir)
      .filter(({ path }) => path.startsWith(`/${locale}/`))
      .filter(({ path }) => {
        const page = readPage(site.dir, path);
        return page.isListed && page.canonical === path;
      });
    expect([...lastmodOf(locale).keys()].toSorted()).toEqual(listed.map(({ path }) => path).toSorted());
    expect(listed.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/\/browse\/task\/\w+\/lang\/\w+\/$/),
    );
  });

  it('dates a list by the newest change of what it lists', () => {
    const days = lastmodOf('en');
    const dayOf = (path: string) => days.get(path);
    // Registrar frijoles, which is shown in Spanish; the seed letters, of 7 October, are closed.
    expect(dayOf('/en/opportunities/')).toBe('2026-10-06');
    expect(dayOf('/en/search/')).toBe('2026-10-06');
    expect(dayOf('/en/organizations/')).toBe('2026-10-05');
    expect(dayOf('/en/stories/')).toBe('2026-10-01');
    expect(dayOf('/en/browse/status/closed/')).toBe('2026-10-07');
    expect(dayOf('/en/')).toBe('2026-10-07');
  });
});

describe('links and form ids that an editor got wrong', () => {
  it('are words, and the next form’s; all other links lead somewhere', () => {
    const { dir, warnings } = site;
    const about = readPage(dir, '/en/info/about/');
    const leadsTo = (words: string) => about.all('a').find(({ text }) => text === words)?.attributes['href'];
    for (const words of ['odd-backslash', 'odd-accent', 'odd-own', 'odd-user']) {
      expect(about.text).toContain(words);
      expect(leadsTo(words)).toBeUndefined();
    }
    // Whether these are there, only the built site tells.
    expect(brokenLinks(dir)).toEqual([
      '/en/info/about/ -> /en/#nowhere',
      '/en/info/about/ -> /data/v1/nothing.json',
    ]);
    const said = [...warnings, ...site.lines].filter((line) =>
      /odd-|evil|gone|été|nowhere|nothing\.json|form id/.test(line),
    );
    const named = said.map((line) => / · ([\w.]+): .*“([^”]+)”/.exec(line.trim())?.slice(1));
    const links = [
      '/\\evil.example',
      '/été/',
      'https://volunteer.example.org/en/gone/',
      'https://…@evil.example',
    ];
    const unsure = ['/en/#nowhere', '/data/v1/nothing.json'];
    expect(new Set(named.map((one) => one?.join(' ')))).toEqual(
      new Set([
        ...[...links, ...unsure].map((link) => `en.body ${link}`),
        'formId https://formspree.io/f/abcdwxyz',
      ]),
    );
  });
});
