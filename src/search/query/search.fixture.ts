/** A small site for the search's tests, built by the pipeline from raw entries. */
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';

/** The instant of the build. */
export const buildInstant = Date.parse('2026-11-25T00:00:00Z');

const rest = { deliverable: 'A file.', impact: 'It helps.', requirements: '- Care\n- Patience' };

const opportunities = [
  rawOpportunity(
    'wells',
    {
      posted: '2026-03-01',
      countries: ['NE'],
      causes: ['water'],
      sdgs: ['6'],
      skills: [{ skill: 'translation', level: 'some' }],
      closes: { date: '2026-12-02', zone: 'Africa/Niamey' },
    },
    {
      en: {
        title: 'Translate a well handbook',
        summary: 'Pumps, wells & <buckets> explained.',
        task: 'You put **36 pages** into French, with the pump keepers’ words.',
        ...rest,
      },
      fr: {
        title: 'Traduire l’œuvre d’un puisatier',
        summary: 'Les pompes de l’école, expliquées.',
        task: 'Vous traduisez 36 pages : « l’eau » d’abord, le cœur ensuite.',
        ...rest,
      },
    },
  ),
  rawOpportunity(
    'nurses',
    {
      posted: '2026-05-01',
      taskTypes: ['teaching', 'data'],
      countries: [],
      regions: ['035'],
      languages: [
        { language: 'en', level: 'fluent' },
        { language: 'km', level: 'basic', need: 'welcome' },
      ],
      hours: { min: 1, max: 1 },
      length: { kind: 'ongoing' },
      closes: undefined,
      reviewBy: '2030-01-15',
    },
    {
      en: {
        title: 'Teach statistics to nurses',
        summary: 'Evening lessons for a nursing class.',
        task: 'You hold lessons about water-borne illness.',
        ...rest,
      },
      fr: { title: 'Enseigner les statistiques' },
    },
  ),
  rawOpportunity('filled', {
    posted: '2026-01-01',
    status: 'filled',
    countries: ['KE'],
    length: { kind: 'one-off' },
  }),
];

const synonyms: RawEntry = {
  id: 'general',
  type: 'synonyms',
  locales: {
    en: {
      title: 'Words',
      entries: [
        { words: ['translator', 'interpreter', 'sta'], means: 'task:translation' },
        { words: ['plain language', 'proofreader'], means: 'task:writing' },
        { words: ['bucketry'], means: 'handbook' },
      ],
    },
    fr: { title: 'Mots', entries: [{ words: ['interprète', 'sous-titres'], means: 'task:translation' }] },
  },
  shared: { originalLanguage: 'en', updated: '2026-01-02' },
  origin: { label: 'synonyms/general.yml' },
};

/** Three opportunities, in English and French; `nurses` isn't translated into French. */
export function searchSite(locales: readonly Locale[] = ['en', 'fr']): Site {
  const { entries } = acceptEntries(
    [rawOrganization('o1', { acronym: 'SWN' }), rawSettings(), synonyms, ...opportunities],
    [],
  );
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now: buildInstant });
}
