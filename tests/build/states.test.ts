/** What pages say of drafts, of content that is a sample, and of what has ended at the build's instant. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages as readAll } from '../../scripts/built-site/read-pages';
import { browseLists } from '@/site/lists/browse';
import { buildSite } from '@/site/site';
import { prepareAttempt, type BuiltSite } from './build-expectations';
import { readPage } from './page';
import { closingInstant, justBefore, writePagesContent } from './pages-content';
import { sharedSite } from './shared-site';

/** The pages of the site itself; what other sites show has a test of its own (tests/browser/embeds.spec.ts). */
const readPages = (dir: string) => readAll(dir).filter(({ path }) => !path.startsWith('/embed/'));

/** The shipped content, which is a sample, and content that is none, just before something of it closes. */
let sampleSite: BuiltSite;
let edgeCasesSite: BuiltSite;

beforeAll(async () => {
  [sampleSite, edgeCasesSite] = await Promise.all([sharedSite('sample'), sharedSite('edge-cases')]);
});

describe('a draft', () => {
  it('is nowhere, in no page, list, feed or search, and is not called a fault', () => {
    const names = readdirSync(edgeCasesSite.dir, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /sort-the-photographs|zz-not-yet/.test(name))).toEqual([]);
    const texts = names.filter((name) => /\.(?:json|xml|csv|ics|txt|html)$/.test(name));
    const telling = texts.filter((name) =>
      /sort-the-photographs|Sort the photographs|zz-not-yet/.test(
        readFileSync(`${edgeCasesSite.dir}/${name}`, 'utf8'),
      ),
    );
    expect(telling).toEqual([]);
    expect(edgeCasesSite.lines.join('\n')).not.toContain('zz-not-yet');
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
    const unlisted = readPages(edgeCasesSite.dir).flatMap(({ path, html }) => {
      expect(html, path).not.toContain('sample-note');
      return isRedirect(html) || readPage(edgeCasesSite.dir, path).isListed ? [] : [path];
    });
    const others = unlisted.filter((path) => !/^\/\w\w\/browse\/[\w/-]+\/$/.test(path));
    expect(others.toSorted()).toEqual(
      [
        '/404.html',
        '/en/404/',
        '/en/offline/',
        '/en/received/',
        '/en/my-volunteering/',
        '/en/thank-you/',
        '/en/what-i-can-do/',
        '/es/404/',
        '/es/offline/',
        '/es/gracias/',
        '/es/mi-seguimiento/',
        '/es/lo-que-puedo-hacer/',
        '/es/recibido/',
        '/fr/404/',
        '/fr/bien-recu/',
        '/fr/ce-que-je-peux-faire/',
        '/fr/mon-suivi/',
        '/fr/offline/',
        '/fr/merci/',
      ].toSorted(),
    );
    // Browse lists that hold nothing at the moment.
    const empty = unlisted.filter((path) => path.includes('/browse/'));
    expect(empty).toContain('/en/browse/task/web/');
    for (const path of empty)
      expect(readPage(edgeCasesSite.dir, path).all('li', { class: 'row row-card' })).toEqual([]);
  });
});

/** How one can apply, and what a page says first. */
function applyingOn(site: BuiltSite, address: string) {
  const page = readPage(site.dir, address);
  return {
    forms: page.all('form').map(({ attributes }) => attributes['action']),
    links: page.all('a', { href: '#apply' }).length,
    notice: page.all('div', { class: 'notice' }).find(({ attributes }) => !('hidden' in attributes))?.text,
  };
}

const form = 'https://formspree.io/f/abcdwxyz';

describe('an opportunity that has ended', () => {
  it.each([
    [
      'filled',
      '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/',
      'All places are filled. Thank you to everyone who offered help.',
    ],
    [
      'closed',
      '/en/opportunities/translate-nine-letters-between-gardeners/',
      'This opportunity is closed. It no longer accepts applications.',
    ],
    [
      'paused',
      '/en/opportunities/proofread-eight-shipyard-notebooks-relire-carnets-again/',
      'Applications are paused for now.',
    ],
  ])('(%s) stays readable, takes no application and leads on', (status, address, words) => {
    const { forms, links, notice } = applyingOn(edgeCasesSite, address);
    expect({ forms, links }).toEqual({ forms: [], links: 0 });
    expect(notice).toContain(words);
    const page = readPage(edgeCasesSite.dir, address);
    expect(page.all('a').some(({ attributes }) => attributes['href']?.startsWith('/en/browse/task/'))).toBe(
      true,
    );
    expect(readPage(edgeCasesSite.dir, '/en/opportunities/').html).not.toContain(`"${address}"`);
    expect(readPage(edgeCasesSite.dir, `/en/browse/status/${status}/`).html).toContain(`"${address}"`);
  });
});

describe('what search engines list among jobs', () => {
  const jobs = (site: BuiltSite) =>
    readPages(site.dir).flatMap(({ path, html }) => (html.includes('"JobPosting"') ? [path] : []));

  it('is what one can apply to, in the languages that it is in, and never a sample', () => {
    expect(jobs(edgeCasesSite).toSorted()).toEqual([
      '/en/opportunities/caption-boat-films/',
      '/es/oportunidades/registrar-trescientas-fichas-de-frijol/',
      '/es/oportunidades/subtitular-doce-peliculas-sobre-barcas/',
      '/fr/missions/saisir-trois-cents-fiches-de-haricots/',
      '/fr/missions/sous-titrer-douze-films-sur-la-construction-navale/',
    ]);
    expect(jobs(sampleSite)).toEqual([]);
  });
});

describe('the closing instant', () => {
  const address = '/es/oportunidades/registrar-trescientas-fichas-de-frijol/';
  const lists = ['/es/oportunidades/', '/es/browse/task/data/', '/es/browse/cause/agriculture/'];

  it('is the end of the day in the opportunity’s own zone: one can apply until then', () => {
    expect(applyingOn(edgeCasesSite, address)).toEqual({ forms: [form], links: 1, notice: undefined });
    for (const list of lists) expect(readPage(edgeCasesSite.dir, list).html).toContain(`"${address}"`);
    expect(readPage(edgeCasesSite.dir, '/es/browse/status/closed/').html).not.toContain(`"${address}"`);
  });

  it('ends it, though its editor said open, and leaves the others open', async () => {
    const folder = await writePagesContent('content/closing');
    const listsAt = async (SITE_NOW: string) => {
      const { content } = await prepareAttempt({ CONTENT_DIR: folder, SITE_NOW });
      const own = buildSite(content).byLocale.get('es');
      if (!own) throw new Error('There is no Spanish site.');
      const { open, facets } = browseLists(own);
      const closed = facets
        .flatMap(({ values }) => values)
        .find(({ facet, value }) => facet === 'status' && value === 'closed');
      return { open: open.map(({ path }) => path), closed: closed?.opportunities.map(({ path }) => path) };
    };
    const [before, after] = [await listsAt(justBefore), await listsAt(closingInstant)];
    expect(before.open).toContain(address);
    expect(after.open).toEqual(before.open.filter((path) => path !== address));
    expect(after.open.length).toBeGreaterThan(0);
    expect(after.closed?.toSorted()).toEqual([...(before.closed ?? []), address].toSorted());
  });
});

describe('the policy of a page', () => {
  it('allows the inline scripts that it has, and no others', () => {
    for (const { path, html } of readPages(edgeCasesSite.dir)) {
      const allowed = [...(/script-src ([^;]*)/.exec(html)?.[1] ?? '').matchAll(/'(sha256-[^']+)'/g)];
      const inline = [
        ...html.matchAll(/<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([^]*?)<\/script>/g),
      ].map(([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`);
      expect(new Set(allowed.map(([, hash]) => hash)), path).toEqual(new Set(inline));
    }
  });
});
