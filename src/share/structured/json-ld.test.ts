/** Whatever stands in a text, a page carries it as text, and search engines read a thing that the vocabulary knows. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, it } from 'vitest';
import { hostileText } from '@/feeds/feed.fixture';
import { translator } from '@/i18n/translate';
import { cleanText } from '@/model/characters';
import type { SiteEntry } from '@/site/site';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { articleData, breadcrumbData, websiteData } from '@/views/structured/things';
import { formatJsonLd } from './json-ld';
import { structuredFaults, thingsIn } from './vocabulary.fixture';

const site = new URL('https://example.org/');

/** The text of a page's only script, and how many elements there are beside it, as a browser takes the page apart. */
function inPage(script: string) {
  const html = `<script type="application/ld+json">${script}</script><p>After</p>`;
  const [first, ...others] = parseFragment(html).childNodes;
  const text = first && 'childNodes' in first ? first.childNodes[0] : undefined;
  return {
    script: text && 'value' in text ? text.value : '',
    others: others.map(({ nodeName }) => nodeName),
  };
}

const long = 'Traduire '.repeat(34);
const english = { t: translator('en'), own: inLanguage(siteOf([]), 'en'), siteUrl: site };
const articleOf = (title: string) => {
  const text = { value: title, lang: 'en' };
  const entry = {
    lang: 'en',
    path: '/en/campaigns/one/',
    texts: { title: text, summary: text },
    shared: { updated: '2026-01-01' },
  } as unknown as SiteEntry<'campaign'>;
  return articleData(english, entry, { published: '2026-01-02', teller: title });
};

it('formatJsonLd stays data in a page, and texts stay text, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(hostileText, fc.constant(long)), async (title) => {
      const things = [
        breadcrumbData([{ text: title, href: '/en/campaigns/' }], title, site),
        articleOf(title),
        websiteData({ name: title, description: title, locale: 'en' }, site),
      ];
      const { script, others } = inPage(formatJsonLd(things));
      expect(others).toEqual(['p']);
      const [, read] = thingsIn(script);
      expect(read?.['headline']).toBe(cleanText(title, false).text);
      // A title of nothing but invisible characters is none.
      if (cleanText(title, true).text !== '') expect(await structuredFaults(script)).toEqual([]);
    }),
  );
});
