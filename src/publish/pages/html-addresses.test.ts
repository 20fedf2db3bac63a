import { describe, expect, it } from 'vitest';
import { findAddresses, findAnchors } from './html-addresses';

describe('the addresses in a page', () => {
  it('are those of links, pictures, forms, and where it reloads to', () => {
    const html =
      '<meta name="description" content="About /en/"><meta http-equiv="refresh" content="0; url=/en/a/">' +
      '<a class="b" href="/en/?q=a&amp;b&#39;c">A</a><img src="/media/a.png" srcset="/media/a.png 1x, /media/b.png 2x">' +
      '<form action="/send"></form><astro-island props="{&quot;href&quot;:&quot;/no/&quot;}"></astro-island>';
    expect([...findAddresses(html)]).toEqual([
      '/en/a/',
      "/en/?q=a&b'c",
      '/media/a.png',
      '/media/b.png',
      '/send',
    ]);
  });

  it('lead to ids and names', () => {
    expect([...findAnchors('<h2 id="how">How</h2><a name="old"></a><p data-id="no">')]).toEqual([
      'how',
      'old',
    ]);
  });
});
