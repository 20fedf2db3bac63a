/** Lists of more than one page, in the shipped content. */
/** @module-tag core */
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import type { BuiltSite } from './build-expectations';
import { readPage, type Page } from './page';
import { sharedSite } from './shared-site';

let site: BuiltSite;
let further: { readonly path: string; readonly page: Page; readonly first: string }[];
beforeAll(async () => {
  site = await sharedSite('sample');
  further = readBuiltPages(site.dir)
    .filter(({ path }) => /^\/\w\w\/.*\/page\/[\d-]+\/$/.test(path))
    .map(({ path }) => ({
      path,
      page: readPage(site.dir, path),
      first: path.replace(/page\/[\d-]+\/$/, ''),
    }));
});

const titleOf = (page: Page) => page.all('title')[0]?.text;
const descriptionOf = (page: Page) => page.all('meta', { name: 'description' })[0]?.attributes['content'];

describe('the further pages of a list', () => {
  it('are there in every language', () => {
    for (const list of ['/en/opportunities/', '/fr/missions/', '/es/oportunidades/'])
      expect(further.map(({ first }) => first)).toContain(list);
    for (const { path, page } of further) expect(page.canonical).toBe(path);
  });

  it('have each a title and a description of their own', () => {
    for (const { path, page, first } of further) {
      for (const saidOf of [titleOf, descriptionOf]) {
        expect(saidOf(page), path).toMatch(/\((?:posted by|publication jusqu’au|publicación hasta el) \d+/);
        expect(saidOf(readPage(site.dir, first)), path).not.toBe(saidOf(page));
      }
    }
  });

  it('have a switcher that leads to the same page, or to the first where the list is shorter there', () => {
    for (const { path, page, first } of further) {
      const own = path.slice(1, 3);
      for (const there of Object.values(page.switcher)) {
        const back = readPage(site.dir, there).switcher[own as 'en' | 'fr' | 'es'];
        expect([path, first], `${path} -> ${there}`).toContain(back);
      }
    }
  });
});
