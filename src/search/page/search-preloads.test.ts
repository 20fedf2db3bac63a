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
      { href: '/pagefind/fr/pagefind.js', isModule: true },
      { href: '/pagefind/fr/pagefind-entry.json?ts=0123456789', isModule: false },
      { href: '/pagefind/fr/pagefind.fr_0123456789.pf_meta', isModule: false },
      { href: '/search/fr.meanings.json?v=0123456789', isModule: false },
      { href: '/pagefind/fr/wasm.fr.wasm', isModule: false },
    ]);
  });
});

const preloadScript = bundleHeadScript('src/search/page/search-preloads.head.client.ts');

/** The script's links in a page with this address, beside the template's one. */
function linksFor(search: string): string[] {
  const links: { href: string }[] = [];
  let isPut = false;
  const template = {
    dataset: { index: '/pagefind/fr/index/', parts: '000 fr_1 a fr_2 eta fr_3 feuilleton1 fr_4' },
    content: { prepend: (link: { href: string }) => links.push(link) },
  };
  const script = { previousElementSibling: template, before: () => (isPut = true) };
  const document = { currentScript: script, createElement: () => ({ href: '' }) };
  runInNewContext(preloadScript, {
    document,
    location: { search },
    URLSearchParams,
    setTimeout: (put: () => void) => put(),
  });
  expect(isPut).toBe(links.length > 0);
  return links.map(({ href }) => href);
}

describe('the script', () => {
  it('only asks where the address has words', () => {
    expect(['', '?q=', '?q=+&task=web', '?task=web', '?faq=1'].flatMap(linksFor)).toEqual([]);
  });

  it('asks for the parts that the words are in, each once', () => {
    const part = (n: number) => `/pagefind/fr/index/fr_${n}.pf_index`;
    expect(linksFor('?q=abeille')).toEqual([part(2)]);
    expect(linksFor('?task=web&q=12+Étage')).toEqual([part(1), part(3)]);
    expect(linksFor('?q=zone+%22jardin%22')).toEqual([part(4)]);
    // Of a single letter no word begins where it is wanted, and a whole sentence has words enough with four.
    expect(linksFor(`?q=${encodeURIComponent('l’eau 1 ! <b>')}`)).toEqual([part(2)]);
  });
});
