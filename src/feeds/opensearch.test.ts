import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from './feed.fixture';
import { formatOpenSearch } from './opensearch';
import { readXml } from './read-back.fixture';

const french = {
  name: 'Volontariat en ligne',
  short: 'Missions',
  description: 'Recherchez les missions ouvertes.',
  lang: 'fr' as const,
  page: 'https://example.org/fr/recherche/',
  icon: 'https://example.org/icon.svg',
  self: 'https://example.org/fr/opensearch.xml',
};

/** Length limits of OpenSearch 1.1, in characters. */
const limits = { ShortName: 16, LongName: 48, Description: 1024 };

const lengthOf = (text: string | undefined) => [...(text ?? '')].length;

describe('formatOpenSearch', () => {
  it('tells a browser where and how to search', () => {
    const [root, ...elements] = readXml(formatOpenSearch(french));
    expect(root).toMatchObject({
      name: 'OpenSearchDescription',
      attributes: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    });
    const [url] = elements.filter(({ name }) => name === 'Url');
    expect(url?.attributes).toEqual({
      type: 'text/html',
      method: 'get',
      template: 'https://example.org/fr/recherche/?q={searchTerms}',
    });
    const textOf = (wanted: string) => elements.find(({ name }) => name === wanted)?.text;
    expect(textOf('ShortName')).toBe('Missions');
    expect(textOf('LongName')).toBe('Volontariat en ligne');
    expect(textOf('Language')).toBe('fr');
  });

  it('is called what the site is called where that is short enough', () => {
    const elements = readXml(formatOpenSearch({ ...french, name: 'Mains ouvertes' }));
    expect(elements.find(({ name }) => name === 'ShortName')?.text).toBe('Mains ouvertes');
  });

  it('keeps within the format’s lengths, whatever the site is called', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, description) => {
        const elements = readXml(formatOpenSearch({ ...french, name, description }));
        for (const [wanted, limit] of Object.entries(limits)) {
          const text = elements.find((element) => element.name === wanted)?.text;
          expect(lengthOf(text)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
