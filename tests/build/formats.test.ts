/** What others read of the built site, read by programs that had no part in writing it (`read-formats.py`). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePython } from '../../scripts/install/python';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { recordPath } from '../../src/i18n/data-files';
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { openWith, opportunitiesIn } from '../browser/sample';
import { sharedSite } from './shared-site';

interface ReadList {
  readonly errors: readonly string[];
  readonly refused: number;
  readonly records: number;
  readonly mark: boolean;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly uneven: readonly unknown[];
  readonly differing: readonly string[];
}

interface ReadHead {
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly canonical: string | null;
  readonly alternates: Readonly<Record<string, string>>;
  readonly records: readonly string[];
}

interface ReadFormats {
  readonly lists: Readonly<Record<'index' | 'opportunities' | 'organizations' | 'changes', ReadList>>;
  readonly records: Readonly<Record<string, { readonly id: string; readonly valid: boolean }>>;
  readonly feeds: readonly {
    readonly path: string;
    readonly faulty: boolean;
    readonly entries: readonly {
      readonly id: string;
      readonly published: readonly number[];
      readonly updated: readonly number[] | null;
      readonly content: string;
    }[];
  }[];
  readonly heads: readonly ReadHead[];
}

const python = ensurePython((line) => console.log(line));

let read: ReadFormats;
let headAt: ReadonlyMap<string, ReadHead>;

// The readers are Python's, and only root on Debian can be given them; elsewhere the line above has said so.
describe.skipIf(python === undefined)('what others read', () => {
  beforeAll(async () => {
    await sharedSite('sample');
    const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const script = path.join(import.meta.dirname, 'read-formats.py');
    read = JSON.parse(execFileSync(python ?? '', [script, siteDir], options)) as ReadFormats;
    headAt = new Map(read.heads.map((head) => [head.path, head]));
  });

  const pathnameOf = (address: string) => new URL(address).pathname;

  it('Python’s jsonschema accepts the open data, and refuses what isn’t theirs', () => {
    for (const [name, list] of Object.entries(read.lists)) {
      expect(list.errors, name).toEqual([]);
      if (name !== 'index') expect(list.refused, name).toBeGreaterThan(0);
    }
    // An unknown field, and in three languages a line break in the title.
    expect(read.lists.opportunities.refused).toBe(4);
  });

  it('Python’s csv reads each table with its mark, the same columns and the same texts', () => {
    const { opportunities, organizations, changes } = read.lists;
    for (const list of [opportunities, organizations, changes]) {
      expect(list).toMatchObject({ mark: true, rows: list.records, uneven: [], differing: [] });
      expect(new Set(list.columns).size).toBe(list.columns.length);
    }
    expect(opportunities.columns.slice(0, 3)).toEqual(['id', 'originalLanguage', 'updated']);
    expect(opportunities.columns.at(-1)).toBe('texts.es.url');
    // No sample entry has one of these.
    expect(changes.columns).toEqual(['day', 'change', 'id', 'status', 'url']);
  });

  it('the pages of each open opportunity and each organization name its record, and no others do', () => {
    const named = read.heads.flatMap(({ path: page, records }) =>
      records.map((record) => [record, page] as const),
    );
    const pagesOf = Map.groupBy(named, ([record]) => record);
    expect([...pagesOf.keys()].toSorted()).toEqual(Object.keys(read.records).toSorted());
    for (const [record, pages] of pagesOf) {
      expect([record, pages.length]).toEqual([record, locales.length]);
      expect([record, read.records[record]?.valid]).toEqual([record, true]);
    }
    for (const locale of locales) {
      for (const { path: page, id } of openWith(locale, {})) {
        const [record = ''] = headAt.get(page)?.records ?? [];
        expect([record, read.records[record]?.id]).toEqual([recordPath('opportunity', id), id]);
      }
    }
  });

  it('feedparser reads when an item was changed, and people read it too', () => {
    expect(read.feeds.length).toBeGreaterThanOrEqual(locales.length);
    let changed = 0;
    for (const feed of read.feeds) {
      const locale = feed.path.split('/')[1] as Locale;
      const views = new Map(opportunitiesIn(locale).map((view) => [view.id, view.shared]));
      expect([feed.path, feed.faulty]).toEqual([feed.path, false]);
      for (const { id, published, updated, content } of feed.entries) {
        const shared = views.get(id.split('/').at(-1) ?? '');
        const numbers = (day = '') => day.split('-').map(Number);
        expect(published).toEqual(numbers(shared?.posted));
        const isChanged = (shared?.updated ?? '') > (shared?.posted ?? '');
        if (isChanged) changed += 1;
        expect(updated).toEqual(isChanged ? numbers(shared?.updated) : null);
        expect(/<p>(?:Updated on|Mise à jour le|Actualizada el) /.test(content)).toBe(isChanged);
      }
    }
    expect(changed).toBeGreaterThan(10);
  });

  it('titles have at most 65 characters but for entries, and descriptions 50 to 160', () => {
    const isEntry = new Set(
      locales.flatMap((locale) => opportunitiesIn(locale).map(({ path: page }) => page)),
    );
    for (const { path: page, title, meta } of read.heads) {
      const { length } = [...(meta['description'] ?? '')];
      expect(length, `${page} ${meta['description'] ?? ''}`).toBeGreaterThanOrEqual(50);
      expect(length, page).toBeLessThanOrEqual(160);
      const leadsTo = pathnameOf(meta['og:url'] ?? '');
      if ((isEntry.has(page) || isEntry.has(leadsTo)) && [...(meta['og:title'] ?? '')].length > 65)
        expect(title).toBe(meta['og:title']);
      else expect([...title].length, `${page} ${title}`).toBeLessThanOrEqual(65);
    }
  });

  it('every page has a preview in its language, with a picture that is there', () => {
    const territories = { en: 'en_GB', fr: 'fr_FR', es: 'es_LA' } as const;
    const articles =
      /^\/(?:en\/(?:opportunities|campaigns|stories|resources|c)|fr\/(?:missions|campagnes|recits|ressources|c)|es\/(?:oportunidades|campanas|historias|recursos|c))\/[^/]+\/$/;
    const listPages = /\/page\//;
    for (const { path: page, meta } of read.heads) {
      for (const name of ['og:title', 'og:description', 'og:url', 'og:site_name', 'og:image:alt'])
        expect(meta[name], `${page} ${name}`).toBeTruthy();
      const isArticle = articles.test(page) && !listPages.test(page);
      expect([page, meta['og:type']]).toEqual([page, isArticle ? 'article' : 'website']);
      // A page that isn't translated is named by its original.
      const [, language = ''] = pathnameOf(meta['og:url'] ?? '').split('/');
      expect([page, meta['og:locale']]).toEqual([page, territories[(language || 'en') as Locale]]);
      expect(existsSync(path.join(siteDir, pathnameOf(meta['og:image'] ?? ''))), page).toBe(true);
    }
  });

  it('a short or former address shows what the page that it leads to shows', () => {
    const redirects = read.heads.filter(
      ({ path: page, canonical }) =>
        canonical !== null && pathnameOf(canonical) !== page && /\/c\//.test(page),
    );
    expect(redirects.length).toBeGreaterThanOrEqual(3 * locales.length);
    for (const { path: page, canonical, meta } of redirects) {
      const target = headAt.get(pathnameOf(canonical ?? ''))?.meta ?? {};
      const tags = (from: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(from).filter(([name]) => /^(?:og:|description|twitter:)/.test(name)),
        );
      expect([page, tags(meta)]).toEqual([page, tags(target)]);
    }
  });

  it('translations name each other, and the home pages the bare address, which names them', () => {
    for (const { path: page, alternates } of read.heads)
      for (const other of Object.values(alternates))
        expect(headAt.get(pathnameOf(other))?.alternates, `${page} ${other}`).toEqual(alternates);
    const homes = Object.fromEntries(
      locales.map((locale) => [locale, siteUrl + pathOf(locale, { to: 'home' })] as const),
    );
    expect(headAt.get('/')?.alternates).toEqual({ ...homes, 'x-default': `${siteUrl}/` });
  });
});
