import { describe, expect, it } from 'vitest';
import { findAddresses, findAnchors, findSiteAddresses } from './html-addresses';

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

  it('are those that may be of the site', () => {
    const addresses = [
      'https://a.example/fr/',
      'HTTPS://A.example/fr/',
      'https://me@a.example/fr/',
      'https:fr/',
      'https://b.example/',
      'https://a.example.b.example/',
      'mailto:a@a.example',
      'sms:?body=https://a.example/',
    ];
    const html = addresses.map((address) => `<a href="${address}">A</a>`).join('');
    expect(findSiteAddresses(html, 'a.example')).toEqual(addresses.slice(0, 4));
  });

  it('lead to ids and names', () => {
    expect([...findAnchors('<h2 id="how">How</h2><a name="old"></a><p data-id="no">')]).toEqual([
      'how',
      'old',
    ]);
  });
});
