/** What pages say of addresses that changed, of texts that are in no other language, of drafts and of what has ended. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPages } from '../built-site';
import { build, type BuiltSite } from './attempt';
import { brokenLinks } from './broken-links';
import { readPage, type Page } from './page';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

/** The end of 30 November on Kiritimati (UTC+14), where one opportunity closes. */
const closingInstant = '2026-11-30T10:00:00.000Z';
const justBefore = '2026-11-30T09:59:59.999Z';

/** The sample note is on the first site, and the instant just before; neither on the second. */
let sampleSite: BuiltSite;
let ownSite: BuiltSite;

async function writeContent(name: string, sample: boolean): Promise<string> {
  const folder = await copyOfSmallContent(name);
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, sample }));
  await changeEntry(folder, 'opportunities/caption-harbour-films', (entry) =>
    inLanguage(
      inLanguage(entry, 'en', { slug: 'caption-boat-films', formerSlugs: ['caption-films', 'old-films'] }),
      'fr',
      { formerSlugs: ['sous-titrer-films'] },
    ),
  );
  await changeEntry(folder, 'organizations/harbour-school', (entry) =>
    inLanguage(entry, 'en', { formerSlugs: ['port-school'] }),
  );
  await changeEntry(folder, 'opportunities/relire-carnets', (entry) =>
    // Somebody gave the old address of this page to another, which is live.
    inLanguage(entry, 'en', { formerSlugs: ['translate-nine-letters-between-gardeners'] }),
  );
  await changeEntry(
    folder,
    'opportunities/relire-carnets',
    (entry) => ({ ...inLanguage(entry, 'en', { formerSlugs: [] }), status: 'paused' }),
    'opportunities/relire-carnets-again',
  );
  await changeEntry(folder, 'opportunities/registrar-frijoles', (entry) => ({
    ...entry,
    closes: { date: '2026-11-30', zone: 'Pacific/Kiritimati' },
  }));
  await changeEntry(folder, 'resources/first-caption', (entry) =>
    inLanguage(entry, 'en', { title: 'Captions & <b>“bold” "words"</b>', slug: 'captions-and-words' }),
  );
  return folder;
}

beforeAll(async () => {
  const [sample, own] = await Promise.all([
    writeContent('content/pages-sample', true),
    writeContent('content/pages-own', false),
  ]);
  const env = { FORMSPREE_FORM_ID: 'abcdwxyz', SITE_URL: 'https://volunteer.example.org' };
  [sampleSite, ownSite] = await Promise.all([
    build('pages-sample', { ...env, CONTENT_DIR: sample, SITE_NOW: justBefore }),
    build('pages-own', { ...env, CONTENT_DIR: own, SITE_NOW: closingInstant }),
  ]);
});

const sitemap = (site: BuiltSite, locale: string) =>
  readFileSync(`${site.dir}/sitemap-${locale}.xml`, 'utf8');

describe('a former address', () => {
  it.each([
    ['/en/opportunities/caption-films/', '/en/opportunities/caption-boat-films/'],
    ['/en/opportunities/old-films/', '/en/opportunities/caption-boat-films/'],
    ['/fr/missions/sous-titrer-films/', '/fr/missions/sous-titrer-douze-films-sur-la-construction-navale/'],
    ['/en/organizations/port-school/', '/en/organizations/harbour-school/'],
    ['/en/c/boats-and-beans/', '/en/campaigns/boats-and-beans/'],
    ['/fr/c/barques-et-haricots/', '/fr/campagnes/barques-et-haricots/'],
  ])('%s leads to %s', (from, to) => {
    const page = readPage(ownSite.dir, from);
    expect(page.all('meta', { 'http-equiv': 'refresh' })[0]?.attributes['content']).toBe(`0; url=${to}`);
    expect(page.all('a').map(({ attributes }) => attributes['href'])).toEqual([to]);
    expect(page.canonical).toBe(to);
    expect(page.isListed).toBe(false);
    expect(page.lang).toBe(from.slice(1, 3));
    expect(existsSync(`${ownSite.dir}${to}index.html`)).toBe(true);
    expect(sitemap(ownSite, from.slice(1, 3))).not.toContain(from);
  });

  it('belongs to its language alone', () => {
    expect(existsSync(`${ownSite.dir}/fr/missions/caption-films`)).toBe(false);
    expect(existsSync(`${ownSite.dir}/en/opportunities/sous-titrer-films`)).toBe(false);
  });

  it('never takes a live page’s place', () => {
    const page = readPage(ownSite.dir, '/en/opportunities/translate-nine-letters-between-gardeners/');
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
    const page = readPage(sampleSite.dir, inEnglish);
    expect(page.text).toContain('Not yet translated into English. You are reading it in Spanish.');
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
      const page = readPage(sampleSite.dir, address);
      expect(page.text).not.toMatch(/Pas encore traduit|Aún sin traducir/);
      expect(page.hreflang).toEqual({ fr: french, es: spanish });
      expect(page.canonical).toBe(address);
      expect(page.switcher['en']).toBe(inEnglish);
      expect(marksOf(page)).toMatchObject({ lang: own, titleLang: undefined });
    }
    // An optional text that was never translated is shown in its own language, marked.
    expect(marksOf(readPage(sampleSite.dir, french)).proseLangs).toEqual([undefined, 'es']);
  });

  it('is in the sitemaps of the languages that it has', () => {
    expect(sitemap(sampleSite, 'en')).not.toContain('registrar');
    expect(sitemap(sampleSite, 'es')).toContain(`<loc>https://volunteer.example.org${spanish}</loc>`);
    expect(sitemap(sampleSite, 'fr')).toContain(`<loc>https://volunteer.example.org${french}</loc>`);
  });

  it('is shown whole where only its title was translated, so that no page mixes languages', () => {
    const page = readPage(sampleSite.dir, '/fr/missions/proofread-the-tide-tables-of-the-lagoon/');
    expect(page.text).toContain('Pas encore traduit en français. Vous lisez le texte en anglais.');
    expect(page.html).not.toContain('Relire les tables de marée');
    expect(marksOf(page)).toMatchObject({
      lang: 'fr',
      titleLang: 'en',
      canonical: '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/',
      hreflang: {},
    });
  });

  it('is marked in lists too', () => {
    const list = readPage(sampleSite.dir, '/en/opportunities/');
    expect(list.html).toMatch(/<span lang="es">\s*Registrar trescientas fichas de frijol\s*<\/span>/);
  });
});

describe('a draft', () => {
  it('is nowhere, and is not called a fault', () => {
    const traces = readPages(sampleSite.dir).filter(({ html }) => html.includes('Sort the photographs'));
    expect(traces.map(({ path }) => path)).toEqual([]);
    expect(readdirSync(`${sampleSite.dir}/en/opportunities`).join(' ')).not.toContain('sort-the');
    expect(sampleSite.lines.join('\n')).not.toContain('zz-not-yet');
  });
});

const note = 'This is sample content: the organizations, people and opportunities are invented.';
const isRedirect = (html: string) => html.includes('http-equiv="refresh"');

describe('sample content', () => {
  it('says so on every page, and asks search engines to stay away', () => {
    for (const { path, html } of readPages(sampleSite.dir)) {
      expect(readPage(sampleSite.dir, path).isListed, path).toBe(false);
      if (path !== '/' && !isRedirect(html)) expect(html, path).toContain('class="sample-note"');
    }
    expect(readPage(sampleSite.dir, '/en/').text).toContain(note);
  });

  it('is not said of content that is none: only pages that nobody looks for are kept out of search engines', () => {
    const unlisted = readPages(ownSite.dir).flatMap(({ path, html }) => {
      expect(html, path).not.toContain('sample-note');
      return isRedirect(html) || readPage(ownSite.dir, path).isListed ? [] : [path];
    });
    const others = unlisted.filter((path) => !/^\/\w\w\/browse\/\w+\/[\w-]+\/$/.test(path));
    expect(others.toSorted()).toEqual(
      [
        '/404.html',
        '/en/404/',
        '/en/thank-you/',
        '/es/404/',
        '/es/gracias/',
        '/fr/404/',
        '/fr/merci/',
      ].toSorted(),
    );
    // Browse lists that hold nothing at the moment.
    const empty = unlisted.filter((path) => path.includes('/browse/'));
    expect(empty).toContain('/en/browse/task/web/');
    for (const path of empty) expect(readPage(ownSite.dir, path).all('li', { class: 'row' })).toEqual([]);
  });
});

describe('two entries with one title', () => {
  it.each([
    ['/en/opportunities/', 'proofread-eight-shipyard-notebooks'],
    ['/fr/missions/', 'relire-huit-carnets-de-chantier'],
    ['/es/oportunidades/', 'revisar-ocho-cuadernos-de-astillero'],
  ])('have addresses of their own below %s', (section, slug) => {
    const [one, other] = [`${section}${slug}/`, `${section}${slug}-relire-carnets-again/`].map((address) =>
      readPage(ownSite.dir, address),
    );
    expect(one?.all('h1')[0]?.text).toBe(other?.all('h1')[0]?.text);
    expect(one?.all('section', { id: 'apply' })).toHaveLength(1);
    expect(other?.all('section', { id: 'apply' })).toHaveLength(0);
  });
});

describe('signs that mean something in HTML', () => {
  it('are words in a title', () => {
    const page = readPage(ownSite.dir, '/en/resources/captions-and-words/');
    expect(page.all('h1')[0]?.text).toBe('Captions & <b>“bold” "words"</b>');
    expect(page.all('title')[0]?.text).toBe('Captions & <b>“bold” "words"</b> · Online Volunteering');
    expect(page.all('meta', { property: 'og:title' })[0]?.attributes['content']).toBe(
      'Captions & <b>“bold” "words"</b>',
    );
    expect(page.all('b')).toEqual([]);
  });
});

/** How one can apply, and what a page says first. */
function applyingOn(site: BuiltSite, address: string) {
  const page = readPage(site.dir, address);
  return {
    forms: page.all('form').map(({ attributes }) => attributes['action']),
    links: page.all('a', { href: '#apply' }).length,
    notice: page.all('div', { class: 'notice' })[0]?.text,
  };
}

const form = 'https://formspree.io/f/abcdwxyz';

describe('an opportunity that has ended', () => {
  it.each([
    [
      'filled',
      '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/',
      'All places are filled. Thank you to everybody who offered help.',
    ],
    [
      'closed',
      '/en/opportunities/translate-nine-letters-between-gardeners/',
      'This opportunity is closed. It takes no more applications.',
    ],
    [
      'paused',
      '/en/opportunities/proofread-eight-shipyard-notebooks-relire-carnets-again/',
      'Applications are paused for now.',
    ],
  ])('(%s) stays readable, takes no application and leads on', (status, address, words) => {
    const { forms, links, notice } = applyingOn(ownSite, address);
    expect({ forms, links }).toEqual({ forms: [], links: 0 });
    expect(notice).toContain(words);
    const page = readPage(ownSite.dir, address);
    expect(page.all('a').some(({ attributes }) => attributes['href']?.startsWith('/en/browse/task/'))).toBe(
      true,
    );
    expect(readPage(ownSite.dir, '/en/opportunities/').html).not.toContain(`"${address}"`);
    expect(readPage(ownSite.dir, `/en/browse/status/${status}/`).html).toContain(`"${address}"`);
  });
});

describe('the closing instant', () => {
  const address = '/es/oportunidades/registrar-trescientas-fichas-de-frijol/';
  const lists = ['/es/oportunidades/', '/es/browse/task/data/', '/es/browse/cause/agriculture/'];

  it('is the end of the day in the opportunity’s own zone: one can apply until then', () => {
    expect(applyingOn(sampleSite, address)).toEqual({ forms: [form], links: 1, notice: undefined });
    for (const list of lists) expect(readPage(sampleSite.dir, list).html).toContain(`"${address}"`);
    expect(readPage(sampleSite.dir, '/es/browse/status/closed/').html).not.toContain(`"${address}"`);
  });

  it('ends it, though its editor said open', () => {
    const { forms, links, notice } = applyingOn(ownSite, address);
    expect({ forms, links }).toEqual({ forms: [], links: 0 });
    expect(notice).toContain(
      'Esta oportunidad cerró el 30 de noviembre de 2026. Ya no acepta postulaciones.',
    );
    for (const list of lists) expect(readPage(ownSite.dir, list).html).not.toContain(`"${address}"`);
    expect(readPage(ownSite.dir, '/es/browse/status/closed/').html).toContain(`"${address}"`);
  });

  it('leaves the others open', () => {
    for (const site of [sampleSite, ownSite])
      expect(applyingOn(site, '/en/opportunities/caption-boat-films/')).toEqual({
        forms: [form],
        links: 1,
        notice: undefined,
      });
  });
});

describe('both sites', () => {
  it('have no dead link', () => {
    expect(brokenLinks(sampleSite.dir)).toEqual([]);
    expect(brokenLinks(ownSite.dir)).toEqual([]);
  });
});
