import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/feeds/feed.fixture';
import { cleanText } from '@/model/characters';
import { countCodePoints, countGraphemes, fitText, countWeighted } from '@/model/fit-text';
import type { SharedPage } from '@/views/share/shared-entries';
import { networks, shareLink, type Network } from './networks';

const url = 'https://example.org/fr/c/une-langue/';
const shared: SharedPage = {
  title: 'Prêtez une langue',
  short: 'Une heure, une langue : & c’est tout.',
  long: 'Une heure.\n\nUne langue.',
  url,
};

/** The network's input: the decoded parts of its address. */
function partsOf(network: Network, of: SharedPage): Record<string, string> {
  const link = new URL(shareLink(network, of));
  const text = network === 'mastodon' ? link.hash.slice(1) : link.search;
  return Object.fromEntries(new URLSearchParams(text));
}

describe('shareLink', () => {
  it.each([
    ['whatsapp', 'wa.me', { text: `${shared.short} ${url}` }],
    ['telegram', 't.me', { url, text: shared.short }],
    ['facebook', 'www.facebook.com', { u: url }],
    ['x', 'x.com', { text: shared.short, url }],
    ['linkedin', 'www.linkedin.com', { url }],
    ['mastodon', 'share.joinmastodon.org', { text: `${shared.short} ${url}` }],
    ['bluesky', 'bsky.app', { text: `${shared.short} ${url}` }],
    ['threads', 'www.threads.com', { text: shared.short, url }],
    ['email', '', { subject: shared.title, body: `Une heure.\r\n\r\nUne langue.\r\n\r\n${url}` }],
    ['sms', '', { body: `${shared.title} ${url}` }],
  ] as const)('hands %s a text and the address', (network, host, parts) => {
    expect(new URL(shareLink(network, shared)).host).toBe(host);
    expect(partsOf(network, shared)).toEqual(parts);
  });

  it('stays within the limits, and texts stay text, whatever they hold', () => {
    const names = Object.fromEntries(
      networks.map((network) => [network, Object.keys(partsOf(network, shared))]),
    );
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ minLength: 300, unit: 'grapheme' })), (text) => {
        const hostile = { ...shared, title: `x${text}`, short: `x${text}`, long: `x${text}` };
        const parts = Object.fromEntries(networks.map((network) => [network, partsOf(network, hostile)]));
        for (const network of networks)
          expect(Object.keys(parts[network] ?? {}), network).toEqual(names[network]);
        expect(countWeighted(parts['x']?.['text'] ?? '')).toBeLessThanOrEqual(280 - 24);
        expect(countCodePoints(parts['mastodon']?.['text'] ?? '')).toBeLessThanOrEqual(500 - 23 + url.length);
        expect(countGraphemes(parts['bluesky']?.['text'] ?? '')).toBeLessThanOrEqual(300);
        for (const network of ['whatsapp', 'mastodon', 'bluesky', 'sms', 'email'] as const)
          expect(
            Object.values(parts[network] ?? {})
              .at(-1)
              ?.endsWith(url),
            network,
          ).toBe(true);
        expect(shareLink('email', hostile)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('fitText', () => {
  it.each([
    ['Traduire un guide', 16, 'Traduire un…'],
    ['Traduire, un guide', 12, 'Traduire…'],
    ['Donaudampfschifffahrt', 8, 'Donauda…'],
    ['Une heure\nsuffit', 20, 'Une heure suffit'],
  ])('makes %j fit %i', (text, limit, fitting) => {
    expect(fitText(text, limit)).toBe(fitting);
  });

  it('cuts no character in two, and counts as X does', () => {
    const family = '👩🏽‍🌾';
    expect(fitText(`${family}${family}`, 7)).toBe(`${family}…`);
    expect(countWeighted('é😀水')).toBe(5);
    expect(fitText('水'.repeat(10), 8, countWeighted)).toBe('水水水…');
  });

  it('leaves a text that fits as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fitText(text, 400)).toBe(cleanText(text, true).text);
      }),
    );
  });
});
