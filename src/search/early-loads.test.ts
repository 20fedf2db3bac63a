import { describe, expect, it } from 'vitest';
import { earlyLoads, earlyLoadsScript } from './early-loads';
import { searchSite } from './search.fixture';
import { searchProps } from './search-props';
import { translator } from '@/i18n/translate';

describe('earlyLoads', () => {
  it('names the files as they are written', () => {
    const props = { ...searchProps(searchSite(), translator('fr')), version: '0123456789' };
    expect(earlyLoads(props)).toEqual([
      { href: '/pagefind/fr/pagefind.js', isModule: true },
      { href: '/pagefind/fr/pagefind-entry.json?ts=0123456789', isModule: false },
      { href: '/pagefind/fr/pagefind.fr_0123456789.pf_meta', isModule: false },
      { href: '/pagefind/fr/wasm.fr.pagefind', isModule: false },
      { href: '/search/fr.meanings.json?v=0123456789', isModule: false },
    ]);
  });
});

it('only asks where the address has words', () => {
  const [pattern = ''] = /(?<=^\/).*(?=\/\.test)/.exec(earlyLoadsScript) ?? [];
  const asks = (search: string) => new RegExp(pattern).test(search);
  expect(['?q=water', '?task=web&q=a'].map(asks)).toEqual([true, true]);
  expect(['', '?q=', '?q=&task=web', '?task=web', '?faq=1'].map(asks)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
