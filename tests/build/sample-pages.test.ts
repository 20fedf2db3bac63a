/** What holds for every page of the sample, read as it was built. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { beforeAll, expect, it } from 'vitest';
import { budgets, opportunityJsBudget } from '@bench/pages/budgets';
import { gzipSize } from '@bench/compress';
import { createPageWeigher } from '@bench/pages/page-bytes';
import { locales } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { readBuiltPages, type BuiltPage } from '../../scripts/built-site/read-pages';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { opportunitiesIn } from '../browser/sample';
import { markupFaults } from '../validator';
import { sharedSite } from './shared-site';

let dir: string;
let pages: readonly BuiltPage[];
/** One of each kind in each language. */
let chosen: readonly BuiltPage[];

beforeAll(async () => {
  ({ dir } = await sharedSite('sample'));
  pages = readBuiltPages(dir);
  const kinds = new Set(['/', '/404.html', ...findTemplatePages(pages).map((page) => page.path)]);
  chosen = pages.filter((page) => kinds.has(page.path));
  expect(chosen.length).toBeGreaterThan(100);
});

/** The addresses of pages whose HTML isn't as it should be. */
const where = (isWrong: (html: string, own: string) => boolean) =>
  pages.flatMap(({ path: own, html }) => (isWrong(html, own) ? [own] : []));

it('is valid HTML', { timeout: 600_000 }, async () => {
  const problems: string[] = [];
  for (const { path: own, html } of chosen) problems.push(...(await markupFaults(html, own)));
  expect(problems.slice(0, 30)).toEqual([]);
});

it('has a language and one h1', () => {
  // Of an embed, the page around its frame has the h1.
  const isWrong = (html: string, own: string) =>
    !html.includes('http-equiv="refresh"') &&
    ([...html.matchAll(/<h1[\s>]/g)].length !== (own.startsWith('/embed/') ? 0 : 1) ||
      !/<html lang="(?:en|fr|es)"/.test(html));
  expect(where(isWrong)).toEqual([]);
});

it('names each script, module and style sheet with the hash of its file', () => {
  const element = /<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="(\/[^"]+)"([^>]*)>/g;
  const hashes = new Map<string, string>();
  const hashOf = (file: string) => {
    const hash =
      hashes.get(file) ??
      createHash('sha256')
        .update(readFileSync(dir + file))
        .digest('base64');
    hashes.set(file, hash);
    return hash;
  };
  const loads = pages
    .filter((page) => !page.path.startsWith('/embed/'))
    .flatMap(({ path: at, html }) =>
      [...html.matchAll(element)].map(([, file = '', rest = '']) => ({ at, file, rest })),
    );
  expect(loads.length).toBeGreaterThan(1000);
  expect(loads.filter(({ file, rest }) => rest !== ` integrity="sha256-${hashOf(file)}"`)).toEqual([]);
});

it('has its pictures wait until they are near, but for one, each with its place', () => {
  const tagsOf = (html: string) => html.match(/<img\b[^>]*>/g) ?? [];
  const isLazy = (tag: string) => tag.includes(' loading="lazy"');
  const hasPlace = (tag: string) => / width="\d+"/.test(tag) && / height="\d+"/.test(tag);
  expect(where((html) => tagsOf(html).length > 0).length).toBeGreaterThan(10);
  expect(
    where((html) => tagsOf(html).filter((tag) => !isLazy(tag)).length > 1 || !tagsOf(html).every(hasPlace)),
  ).toEqual([]);
});

it('weighs no more than its kind may', async () => {
  const opportunities = new Set(
    locales.flatMap((locale) => opportunitiesIn(locale).map((view) => view.path)),
  );
  const searches = new Set(locales.map((locale) => pathOf(locale, { to: 'section', section: 'search' })));
  const budgetOf = (own: string, html: string) => {
    if (opportunities.has(own)) return { page: budgets.opportunityPage, js: opportunityJsBudget(html) };
    if (searches.has(own)) return { page: budgets.searchPage, js: budgets.searchJs };
    return { page: budgets.page, js: budgets.pageJs };
  };
  const weigh = createPageWeigher(dir);
  const tested = [...chosen, ...pages.filter((page) => opportunities.has(page.path))];
  const heavier = await Promise.all(
    tested.map(async ({ path: own, html }) => {
      const bytes = await weigh(html);
      const { page, js } = budgetOf(own, html);
      const isLight =
        bytes.html + bytes.css <= page &&
        bytes.js <= js &&
        bytes.sendingJs <= budgets.sendingJs &&
        bytes.savedJs <= budgets.savedJs &&
        bytes.wordsJs <= budgets.wordsJs &&
        bytes.pressedJs <= budgets.pressedJs;
      return isLight ? [] : [{ own, bytes, page, js }];
    }),
  );
  expect(heavier.flat()).toEqual([]);
  expect(await gzipSize(readFileSync(`${dir}/sw.js`))).toBeLessThanOrEqual(budgets.serviceWorker);
});

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

const textOf = (node: Node): string =>
  'value' in node ? node.value.trim() : childrenOf(node).map(textOf).join('');

/** Links and buttons in a part. */
const controlsIn = (node: Node): readonly string[] =>
  'tagName' in node &&
  /^(?:button|a)$/.test(node.tagName) &&
  node.attrs.some(({ name }) => /^(?:href|type)$/.test(name))
    ? [node.tagName]
    : childrenOf(node).flatMap(controlsIn);

/** What shows without style sheets of parts that an attribute alone hides. */
const shownOfHidden = (node: Node): readonly string[] =>
  'attrs' in node && node.attrs.some(({ name }) => name === 'hidden')
    ? [textOf(node), ...controlsIn(node)].filter((shown) => shown !== '')
    : childrenOf(node).flatMap(shownOfHidden);

it('hides by an attribute nothing that could be read or pressed', () => {
  const read = chosen.flatMap(({ path: own, html }) =>
    shownOfHidden(parse(html)).map((part) => `${own}: ${part}`),
  );
  expect(read).toEqual([]);
});
