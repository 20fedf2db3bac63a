/** Every format, whatever stands in an item, read back by a library that has no part in writing it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/model/characters';
import { formatCalendar } from './calendar';
import { channel, hostileItem, plainItem } from './feed.fixture';
import { readCalendar, readRss } from './read-back.fixture';
import { formatRss } from './rss';

const line = (text: string) => cleanText(text, true).text;
/** Without characters that XML forbids. */
const inXml = (text: string) => line(text).replaceAll(/[\uFFFE\uFFFF]/g, '');
/** Space around a text is no part of it for readers of RSS. */
const squeeze = (text: string | undefined) => text?.replaceAll(/\s+/gu, ' ').trim();

const second = {
  ...plainItem,
  id: 'tag:example.org,2026:opportunity/other',
  language: 'es',
  closing: undefined,
};

describe('RSS', () => {
  it('holds what a reader shows, and who asks', () => {
    const { items, ...feed } = readRss(
      formatRss(channel, [plainItem, { ...second, updated: second.posted }]),
    );
    const { title, self, page } = channel;
    expect(feed).toMatchObject({ title, language: 'fr', self, link: page });
    expect(feed.lastBuildDate).toBe('Fri, 20 Nov 2026 00:00:00 GMT');
    expect(items[0]).toMatchObject({
      title: 'Traduire un guide & un plan',
      description: 'Un guide pour &lt;tous&gt;.',
      content: { encoded: '<p>Un guide pour &lt;tous&gt;.</p>' },
      guid: { value: plainItem.id, isPermaLink: false },
      pubDate: 'Mon, 02 Nov 2026 00:00:00 GMT',
      categories: [{ name: 'Traduction' }, { name: 'Eau, hygiène' }],
      dc: { creators: ['Puits du Sahel, Niger'] },
    });
    expect(items.map(({ dc }) => dc?.languages)).toEqual([undefined, ['es']]);
    // The second wasn't changed since it was posted.
    expect(items.map(({ atom }) => atom?.updated)).toEqual(['2026-11-20T00:00:00Z', undefined]);
  });

  it('stays RSS, and texts stay text, whatever they hold', () => {
    fc.assert(
      fc.property(hostileItem, (item) => {
        const [read, after] = readRss(formatRss({ ...channel, title: item.title }, [item, second])).items;
        expect(squeeze(read?.title)).toBe(squeeze(inXml(item.title)));
        expect(squeeze(read?.dc?.creators?.[0])).toBe(squeeze(inXml(item.author)));
        expect(read?.categories).toHaveLength(2);
        expect(after?.title).toBe(second.title);
      }),
    );
  });
});

describe('a calendar', () => {
  const later = {
    ...second,
    closing: {
      at: Date.parse('2027-01-31T23:00:00Z'),
      uid: 'other@example.org',
      title: 'Cierra',
      description: 'Hasta enero.',
    },
  };

  it('has the last hour to apply of what closes, the soonest first, in UTC', () => {
    const { name, events } = readCalendar(formatCalendar(channel, [later, second, plainItem]));
    expect(name).toBe(channel.title);
    expect(events).toMatchObject([
      {
        uid: 'opportunity-wells@example.org',
        title: 'Clôture : Traduire un guide & un plan',
        description: 'Puits du Sahel, Niger\n\nUn guide pour <tous>.',
        start: Date.parse('2026-12-02T22:00:00Z'),
        end: Date.parse('2026-12-02T23:00:00Z'),
        stamp: '2026-11-20T00:00:00Z',
        categories: ['Traduction', 'Eau, hygiène'],
        url: plainItem.url,
      },
      { uid: 'other@example.org', title: 'Cierra', language: 'es' },
    ]);
    expect(events[0]?.language).toBeUndefined();
  });

  it('stays a calendar, and texts stay text, whatever they hold', () => {
    fc.assert(
      fc.property(hostileItem, (item) => {
        const { events } = readCalendar(formatCalendar({ ...channel, title: item.title }, [item, later]));
        expect(events).toHaveLength(2);
        expect(events[0]?.title).toBe(line(item.title));
        expect(events[0]?.categories).toEqual(item.categories.map(line));
      }),
    );
  });
});

it('a feed and a calendar are whole where there is nothing', () => {
  expect(readRss(formatRss(channel, [])).items).toEqual([]);
  expect(readCalendar(formatCalendar(channel, [second])).events).toEqual([]);
});
