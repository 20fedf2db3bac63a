/** A small site with entries of every kind. */
import {
  rawCampaign,
  rawOpportunity,
  rawOrganization,
  rawPage,
  rawResource,
  rawSettings,
  rawStory,
} from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import type { Site } from '@/site/site';
import { inLanguage, siteOf as siteOfEntries } from '@/site/site.fixture';
import { viewContext, type ViewContext } from './frame/context';
import type { PlannedView } from './planned-view';

/** The views of plans. */
export const madeOf = <View>(plans: Iterable<PlannedView<View>>): View[] =>
  Array.from(plans, ({ make }) => make());

const siteUrl = new URL('https://example.org/');

/** A week before `wells` closes, so that it is closing soon. */
const now = Date.parse('2026-11-28T12:00:00Z');

/** The entries: of three opportunities two are open, `wells` and the newer `lessons`. */
export function smallEntries(): RawEntry[] {
  return [
    rawSettings({
      figures: [
        { metric: 'organizations', value: 600, year: 2005, source: 'fact-sheet' },
        { metric: 'volunteers', value: 30_000, year: 2005, source: 'fact-sheet' },
        { metric: 'assignments', value: 17_370, year: 2013, source: 'report' },
      ],
    }),
    rawOrganization('o1'),
    rawOrganization('o2', { country: 'KE' }),
    rawOpportunity('wells', {
      posted: '2026-03-01',
      causes: ['water'],
      closes: { date: '2026-12-02', zone: 'Africa/Dakar' },
    }),
    rawOpportunity('lessons', {
      organization: 'o2',
      posted: '2026-05-01',
      taskTypes: ['teaching'],
      causes: ['education'],
      languages: [{ language: 'en', level: 'fluent' }],
      hours: { min: 10, max: 12 },
      length: { kind: 'ongoing' },
    }),
    rawOpportunity('filled', {
      posted: '2026-02-01',
      updated: '2026-06-01',
      status: 'filled',
      taskTypes: ['design'],
    }),
    rawCampaign('water', { opportunities: ['wells'] }),
    rawStory('awa', { organization: 'o2', opportunity: 'lessons' }),
    rawResource('teach', { taskTypes: ['teaching'] }),
    rawPage('guide', { role: 'volunteers', inFooter: true }),
    rawPage('about', { role: 'about' }),
  ];
}

/** Builds a site in English and French from raw entries. */
export const siteOf = (raw: readonly RawEntry[]): Site => siteOfEntries(raw, { now });

/** The context of a language's views. */
export function contextOf(site: Site, locale: 'en' | 'fr' = 'en'): ViewContext {
  const forms = { mode: 'local', endpoint: 'https://forms.example', formId: 'site' } as const;
  return viewContext(site, inLanguage(site, locale), {
    siteUrl,
    forms,
    formOrigins: ['https://forms.example'],
  });
}
