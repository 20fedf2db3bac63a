import { expect, it } from 'vitest';
import { formatFeed } from '@/feeds/format-feed';
import { readCalendar } from '@/feeds/read-back.fixture';
import { rawOpportunity } from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import { siteContexts } from '../frame/context';
import { siteOf, smallEntries } from '../views.fixture';
import { madeOf } from '../views.fixture';
import { planClosings } from './closing-views';

const viewsOf = (entries = smallEntries()) => [
  ...madeOf(planClosings(siteContexts(siteOf(entries), new URL('https://example.org/')))),
];

/** The entries with `wells` changed. */
const withWells = (change: (wells: RawEntry) => RawEntry) =>
  smallEntries().map((entry) => (entry.id === 'wells' ? change(entry) : entry));

/** The event of `wells`. */
function eventOf(entries: ReturnType<typeof smallEntries>) {
  const view = viewsOf(entries).find(({ path }) => path.includes('wells'));
  const { events } = readCalendar(view ? formatFeed(view).text : '');
  expect(events).toHaveLength(1);
  return events[0];
}

it('is one calendar for each opportunity with a closing date to come, whatever the number of languages', () => {
  expect(viewsOf().map(({ path }) => path)).toEqual([
    '/data/v1/opportunities/lessons.ics',
    '/data/v1/opportunities/wells.ics',
  ]);
});

it('has one event with the texts of each language, the original first', () => {
  const event = eventOf(
    withWells(({ shared }) => rawOpportunity('wells', { ...shared, originalLanguage: 'fr' })),
  );
  expect(event?.title).toMatch(/^Fin des candidatures.*Traduire le guide wells · .*Translate guide wells$/u);
  expect(event?.url).toBe('https://example.org/fr/missions/traduire-le-guide-wells/');
  for (const page of ['fr/missions/traduire-le-guide-wells/', 'en/opportunities/translate-guide-wells/'])
    expect(event?.description).toContain(`https://example.org/${page}`);
});

it('leaves out a language that it isn’t translated into', () => {
  const event = eventOf(withWells((entry) => ({ ...entry, locales: { en: entry.locales.en ?? {} } })));
  expect(event?.title).not.toContain(' · ');
  expect(event?.description).not.toContain('/fr/');
});
