import { describe, expect, it } from 'vitest';
import {
  findAddressRedirects,
  formatRedirectNotices,
  addFormerAddresses,
  writeRedirectPages,
  type AddressRedirect,
} from './address-redirects';

const before = {
  'story/kept': ['/en/stories/kept/'],
  'story/renamed': ['/en/stories/old/', '/fr/recits/ancien/'],
  'story/deleted': ['/en/stories/deleted/'],
};
const now = {
  'story/kept': ['/en/stories/kept/'],
  'story/renamed': ['/en/stories/new/', '/fr/recits/ancien/'],
};
const pages = new Set(['/en/stories/kept/', '/en/stories/new/', '/fr/recits/ancien/']);

const renamed: AddressRedirect = {
  locale: 'en',
  from: '/en/stories/old/',
  to: '/en/stories/new/',
  entry: 'story/renamed',
};

describe('an address that its entry has no more', () => {
  it('leads on; one of an entry that is gone is gone too', () => {
    expect(findAddressRedirects(before, now, pages)).toEqual([renamed]);
    expect(findAddressRedirects(before, now, new Set([...pages, '/en/stories/old/']))).toEqual([]);
  });

  it('is remembered for the build after this one', () => {
    const remembered = addFormerAddresses(now, [renamed]);
    expect(remembered['story/renamed']).toEqual([
      '/en/stories/new/',
      '/fr/recits/ancien/',
      '/en/stories/old/',
    ]);
    expect(findAddressRedirects(remembered, now, pages)).toEqual([renamed]);
  });

  it('has a page that leads on, and a line for editors', () => {
    const tags = [
      '<title>Awa &amp; the wells</title>',
      '<meta name="description" content="A story.">',
      '<meta property="og:image" content="https://a.example/share/en/a.png">',
    ];
    const target = `<!doctype html>${tags.join('')}<meta name="robots" content="all"><title>`;
    const written: string[] = [];
    const files = {
      read: (file: string) => `${file === '/en/stories/new/index.html' ? target : ''}`,
      write: (file: string, text: string | Uint8Array) => void written.push(file, String(text)),
    };
    writeRedirectPages(files, [renamed], 'https://a.example');
    const [file, html] = written;
    expect(file).toBe('/en/stories/old/index.html');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/en/stories/new/">');
    expect(html).toContain('<link rel="canonical" href="https://a.example/en/stories/new/">');
    expect(html).toContain(tags.join('\n'));
    expect(html).not.toContain('content="all"');
    expect(html).toContain('<a href="/en/stories/new/">/en/stories/new/</a>');
    expect(formatRedirectNotices([renamed])).toEqual([
      '  story/renamed was at /en/stories/old/ and is at /en/stories/new/ now; the former address leads on — Write “old” into its former addresses (English), so that it stays so.',
    ]);
  });
});
