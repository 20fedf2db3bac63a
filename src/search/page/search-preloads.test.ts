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

const prepareScript = bundleHeadScript('src/search/page/prepare-search.head.client.ts');

interface Prepared {
  /** True if the script puts the template's links into the page. */
  put: boolean;
  /** True if it hides the page's own rows. */
  hidden: boolean;
}

/** Runs the script in a page with this address. */
function prepare(search: string): Prepared {
  const done: Prepared = { put: false, hidden: false };
  const script = { previousElementSibling: { content: {} }, before: () => (done.put = true) };
  const classList = { add: (name: string) => (done.hidden = name === 'other-results') };
  runInNewContext(prepareScript, {
    document: { currentScript: script, documentElement: { classList } },
    location: { search },
    URLSearchParams,
    setTimeout: (run: () => void) => run(),
  });
  return done;
}

it('preloads only where the address has words', () => {
  expect(['', '?q=', '?q=+&task=web', '?task=web', '?faq=1'].filter((search) => prepare(search).put)).toEqual(
    [],
  );
  expect(['?q=abeille', '?task=web&q=12+Étage'].filter((search) => !prepare(search).put)).toEqual([]);
});

it('hides the rows of the page where others will take their place', () => {
  expect(['?q=abeille', '?task=web'].map((search) => prepare(search).hidden)).toEqual([true, true]);
  expect(prepare('').hidden).toBe(false);
});
