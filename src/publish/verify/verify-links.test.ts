import { describe, expect, it } from 'vitest';
import { findAnchors, findSiteAddresses } from '../pages/html-addresses';
import { createLinkChecker } from './verify-links';

const files = new Set(['/en/index.html', '/en/é/index.html', '/a.png']);

function deadIn(pages: Readonly<Record<string, string>>): string[] {
  const check = createLinkChecker('https://a.example');
  for (const [page, html] of Object.entries(pages))
    check.add(page, { addresses: findSiteAddresses(html, 'a.example'), anchors: [...findAnchors(html)] });
  return check.findDead(files).map(({ page, address }) => `${page} -> ${address}`);
}

describe('links within a site', () => {
  it.each([
    '/en/',
    '/en/%C3%A9/',
    '../?q=1#top',
    'https://a.example/a.png',
    'https://b.example/nowhere',
    'https://a.example.b.example/nowhere',
    'https://a.example:8443/nowhere',
    'http://a.example/nowhere',
    'sms:?body=https://a.example/nowhere',
    'mailto:a@a.example',
    '#',
    '#here',
    '/en/#there',
  ])('lead somewhere: %s', (address) => {
    const html = `<p id="here"><a href="${address}">A</a>`;
    expect(deadIn({ '/en/é/': html, '/en/': '<p id="there">' })).toEqual([]);
  });

  it.each([
    '/en',
    '/fr/',
    '/b.png',
    '#nowhere',
    '/en/#nowhere',
    'https://a.example/fr/',
    'HTTPS://A.example/fr/',
    'https://a.example:443/fr/',
    'https://me@a.example/fr/',
    'https:fr/',
  ])('lead nowhere: %s', (address) => {
    expect(deadIn({ '/en/é/': `<a href="${address}">A</a>`, '/en/': '' })).toEqual([`/en/é/ -> ${address}`]);
  });
});
