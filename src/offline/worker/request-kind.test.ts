import { describe, expect, it } from 'vitest';
import { storedAddress, offlinePath, requestKind } from './request-kind';

const origin = 'https://site.example';
const get = (url: string, mode = 'no-cors') => requestKind({ method: 'GET', mode, url, origin });

describe('requestKind', () => {
  it('keeps pages, their files and pictures', () => {
    expect(get(`${origin}/en/opportunities/?q=x`, 'navigate')).toBe('page');
    expect(get(`${origin}/assets/site.abc.css`)).toBe('asset');
    expect(get(`${origin}/media/logo-320.avif`)).toBe('picture');
  });

  it('leaves forms, other hosts, the search, the font and documents to the browser', () => {
    expect(requestKind({ method: 'POST', mode: 'navigate', url: `${origin}/en/`, origin })).toBe('other');
    expect(get('https://formspree.example/f/abc', 'navigate')).toBe('other');
    expect(get(`${origin}/pagefind/en/pagefind.js`)).toBe('other');
    expect(get(`${origin}/search/en.json?v=1`)).toBe('other');
    expect(get(`${origin}/assets/letters.abc.woff2`)).toBe('other');
    expect(get(`${origin}/sitemap.xml`, 'navigate')).toBe('other');
  });
});

describe('what stands in', () => {
  it('is one page for all searches', () => {
    expect(storedAddress(`${origin}/en/opportunities/?q=x#top`)).toBe(`${origin}/en/opportunities/`);
  });

  it('speaks the language of the address, else the first', () => {
    expect(offlinePath(`${origin}/fr/missions/a/`, ['en', 'fr'])).toBe('/fr/offline/');
    expect(offlinePath(`${origin}/`, ['en', 'fr'])).toBe('/en/offline/');
    expect(offlinePath(`${origin}/es/`, ['fr'])).toBe('/fr/offline/');
  });
});
