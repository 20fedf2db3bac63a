/** What pages say of drafts, of content that is a sample, and of what has ended at the build's instant. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { locales } from '@/i18n/locales';
import { browseLists } from '@/site/lists/browse';
import { buildSite } from '@/site/site';
import { prepareAttempt } from './build-expectations';
import { readPage } from './page';
import { closingInstant, justBefore, writePagesContent } from './pages-content';
import { sharedSite } from './shared-site';

const core = { tags: ['core'] };

/** The pages of the site itself; what other sites show has a test of its own (tests/browser/embeds.spec.ts). */
const readPages = (dir: string) => readBuiltPages(dir).filter(({ path }) => !path.startsWith('/embed/'));

const isRedirect = (html: string) => html.includes('http-equiv="refresh"');

it('a draft is in no page, list, feed or search, and is not called a fault', core, async () => {
  const { dir, lines } = await sharedSite('minimal');
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(?:json|xml|csv|ics|txt|html)$/.test(name));
  const telling = texts.filter((name) =>
    /sort-the-photographs|Sort the photographs|zz-not-yet/.test(
      name + readFileSync(`${dir}/${name}`, 'utf8'),
    ),
  );
  expect(telling).toEqual([]);
  expect(lines.join('\n')).not.toContain('zz-not-yet');
});

it('sample content says so on every page, is kept out of search engines and lists no job', core, async () => {
  const { dir } = await sharedSite('sample');
  for (const { path, html } of readPages(dir)) {
    expect(readPage(dir, path).isListed, path).toBe(false);
    expect(html, path).not.toContain('"JobPosting"');
    if (path !== '/' && !isRedirect(html)) expect(html, path).toContain('class="sample-note"');
  }
  expect(readPage(dir, '/en/').text).toContain('This is sample content');
});

it('the policy of a page allows the inline scripts that it has, and no others', core, async () => {
  const { dir } = await sharedSite('minimal');
  for (const { path, html } of readPages(dir)) {
    const allowed = [...(/script-src ([^;]*)/.exec(html)?.[1] ?? '').matchAll(/'(sha256-[^']+)'/g)];
    const inline = [
      ...html.matchAll(
        /<script(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))[^>]*>([^]*?)<\/script>/g,
      ),
    ].map(([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`);
    expect(new Set(allowed.map(([, hash]) => hash)), path).toEqual(new Set(inline));
  }
});

const spanish = '/es/oportunidades/registrar-trescientas-fichas-de-frijol/';

it('the closing instant ends what its editor called open, and leaves the others open', core, async () => {
  const folder = await writePagesContent('content/closing');
  const listsAt = async (SITE_NOW: string) => {
    const { content } = await prepareAttempt({ CONTENT_DIR: folder, SITE_NOW });
    const own = buildSite(content).byLocale.get('es');
    if (!own) throw new Error('There is no Spanish site.');
    const { open, lists } = browseLists(own);
    const closed = lists.find(({ facet, value }) => facet === 'status' && value === 'closed');
    return { open: open.map(({ path }) => path), closed: closed?.opportunities.map(({ path }) => path) };
  };
  const [before, after] = [await listsAt(justBefore), await listsAt(closingInstant)];
  expect(before.open).toContain(spanish);
  expect(after.open).toEqual(before.open.filter((path) => path !== spanish));
  expect(after.open.length).toBeGreaterThan(0);
  expect(after.closed?.toSorted()).toEqual([...(before.closed ?? []), spanish].toSorted());
});

describe('content that is no sample, just before something of it closes', () => {
  let dir: string;
  beforeAll(async () => {
    ({ dir } = await sharedSite('edge-cases'));
  });

  /** How one can apply, and what a page says first. */
  function applyingOn(address: string) {
    const page = readPage(dir, address);
    return {
      forms: page.all('form').map(({ attributes }) => attributes['action']),
      links: page.all('a', { href: '#apply' }).length,
      notice: page.all('div', { class: 'notice' }).find(({ attributes }) => !('hidden' in attributes))?.text,
    };
  }

  it('keeps only pages that nobody looks for out of search engines', () => {
    const unlisted = readPages(dir).flatMap(({ path, html }) => {
      expect(html, path).not.toContain('sample-note');
      return isRedirect(html) || readPage(dir, path).isListed ? [] : [path];
    });
    const empty = unlisted.filter((path) => /^\/\w\w\/browse\/[\w/-]+\/$/.test(path));
    const names = [
      '404',
      'campaigns/boats-and-beans/kit',
      'offline',
      'received',
      'my-volunteering',
      'thank-you',
      'what-i-can-do',
    ];
    const english = unlisted.filter((path) => path.startsWith('/en/') && !empty.includes(path));
    expect(english.toSorted()).toEqual(names.map((name) => `/en/${name}/`).toSorted());
    expect(unlisted.length - empty.length).toBe(1 + locales.length * names.length);
    // Browse lists that hold nothing at the moment.
    expect(empty).toContain('/en/browse/task/web/');
    for (const path of empty) expect(readPage(dir, path).all('li', { class: 'row row-card' })).toEqual([]);
  });

  it.each([
    ['filled', '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/', 'All places are filled'],
    ['closed', '/en/opportunities/translate-nine-letters-between-gardeners/', 'is closed'],
    ['paused', '/en/opportunities/proofread-eight-shipyard-notebooks-relire-carnets-again/', 'are paused'],
  ])('keeps what is %s readable, takes no application for it and leads on', (status, address, words) => {
    const { forms, links, notice } = applyingOn(address);
    expect({ forms, links }).toEqual({ forms: [], links: 0 });
    expect(notice).toContain(words);
    const ways = readPage(dir, address).all('a');
    expect(ways.some(({ attributes }) => attributes['href']?.startsWith('/en/browse/task/'))).toBe(true);
    expect(readPage(dir, '/en/opportunities/').html).not.toContain(`"${address}"`);
    expect(readPage(dir, `/en/browse/status/${status}/`).html).toContain(`"${address}"`);
  });

  it('takes applications until the end of the day in the opportunity’s own zone', () => {
    const form = 'https://formspree.io/f/abcdwxyz';
    expect(applyingOn(spanish)).toEqual({ forms: [form], links: 1, notice: undefined });
  });
});
