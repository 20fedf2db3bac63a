import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleHeadScript } from '@/render/head-scripts';
import { listPreloads } from './search-preloads';
import { searchSite } from '../query/search.fixture';
import { buildSearchProps } from './build-search-props';
import { translator } from '@/i18n/translate';

describe('listPreloads', () => {
  it('names the files as they are written', () => {
    const props = { ...buildSearchProps(searchSite(), translator('fr')), version: '0123456789' };
    expect(listPreloads(props)).toEqual([
      '/search/fr.terms.json?v=0123456789',
      '/search/fr.meanings.json?v=0123456789',
    ]);
  });
});

const preloadScript = bundleHeadScript('src/search/page/search-preloads.head.client.ts');

/** Whether the script puts the template's links into a page with this address. */
function isPut(search: string): boolean {
  let put = false;
  const script = { previousElementSibling: { content: {} }, before: () => (put = true) };
  runInNewContext(preloadScript, {
    document: { currentScript: script },
    location: { search },
    URLSearchParams,
    setTimeout: (run: () => void) => run(),
  });
  return put;
}

it('asks only where the address has words', () => {
  expect(['', '?q=', '?q=+&task=web', '?task=web', '?faq=1'].filter(isPut)).toEqual([]);
  expect(['?q=abeille', '?task=web&q=12+Étage'].filter((search) => !isPut(search))).toEqual([]);
});
