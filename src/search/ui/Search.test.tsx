import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import Search from './Search';
import { buildSearchProps } from '../page/build-search-props';
import { searchSite } from '../query/search.fixture';

describe('Search, on the server', () => {
  const html = renderToString(<Search {...buildSearchProps(searchSite(), translator('fr'))} />);

  it('is a form with its facets, before anything is loaded', () => {
    expect(html).toContain('<label for="search-q">Mots-clés</label>');
    expect(html).toContain('Enseignement et tutorat');
    expect(html).toContain('<span class="search-count"></span>');
    expect(html).not.toContain('Aucun résultat');
  });

  it('has no inline style, which the site’s policy would refuse', () => {
    expect(html).not.toMatch(/ style=|<style/);
  });
});
