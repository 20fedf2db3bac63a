/** Small valid raw entries for tests, to be changed field by field. */
import type { RawEntry, RawFields } from './types/entry';

const words = {
  summary: 'A summary.',
  task: 'Do it.',
  deliverable: 'It.',
  impact: 'It helps.',
  requirements: '- care',
};

/** A raw organization, complete in English and French. */
export function rawOrganization(
  id: string,
  shared: RawFields = {},
  locales: RawEntry['locales'] = {},
): RawEntry {
  return {
    id,
    type: 'organization',
    locales: {
      en: { name: `Organization ${id}`, summary: 'A summary.', mission: 'To help.' },
      fr: { name: `Organisation ${id}`, summary: 'Un résumé.', mission: 'Aider.' },
      ...locales,
    },
    shared: {
      originalLanguage: 'en',
      updated: '2026-01-02',
      kind: 'civil',
      country: 'SN',
      registrationNumber: 'ONG-1',
      countries: ['SN'],
      causes: ['water'],
      languages: ['fr'],
      joined: '2020-01-01',
      verifiedOn: '2026-01-01',
      ...shared,
    },
    origin: { label: `organizations/${id}.yml` },
  };
}

/**
 * A raw open opportunity of the organization `o1`, complete in English and French. A language in `locales` replaces all of its
 * texts.
 */
export function rawOpportunity(
  id: string,
  shared: RawFields = {},
  locales: RawEntry['locales'] = {},
): RawEntry {
  return {
    id,
    type: 'opportunity',
    locales: {
      en: { title: `Translate guide ${id}`, ...words },
      fr: { title: `Traduire le guide ${id}`, ...words },
      ...locales,
    },
    shared: {
      originalLanguage: 'en',
      updated: '2026-01-02',
      status: 'open',
      organization: 'o1',
      taskTypes: ['translation'],
      languages: [{ language: 'fr', level: 'good' }],
      hours: { min: 2, max: 4 },
      length: { kind: 'weeks', weeks: 4 },
      posted: '2026-01-01',
      closes: { date: '2030-01-31', zone: 'Africa/Dakar' },
      ...shared,
    },
    origin: { label: `opportunities/${id}.yml` },
  };
}

/** Raw site settings in English and French. */
export function rawSettings(shared: RawFields = {}): RawEntry {
  return {
    id: 'site',
    type: 'settings',
    locales: { en: { name: 'Service', tagline: 'Help.' }, fr: { name: 'Le service', tagline: 'Aider.' } },
    shared: {
      originalLanguage: 'en',
      updated: '2026-01-02',
      contactEmail: 'hello@service.example',
      ...shared,
    },
    origin: { label: 'settings/site.yml' },
  };
}

/** A raw campaign, complete in English and French. */
export function rawCampaign(id: string, shared: RawFields = {}): RawEntry {
  const words = { summary: 'A summary.', message: 'Help.', callToAction: 'Help now' };
  return {
    id,
    type: 'campaign',
    locales: { en: { title: `Campaign ${id}`, ...words }, fr: { title: `Campagne ${id}`, ...words } },
    shared: { originalLanguage: 'en', updated: '2026-01-02', starts: '2026-01-01', ...shared },
    origin: { label: `campaigns/${id}.yml` },
  };
}

/** A raw story that may be shown, complete in English and French. */
export function rawStory(id: string, shared: RawFields = {}): RawEntry {
  const words = { summary: 'A summary.', role: 'translator', quote: 'It was good.', body: 'Words.' };
  return {
    id,
    type: 'story',
    locales: { en: { title: `Story ${id}`, ...words }, fr: { title: `Récit ${id}`, ...words } },
    shared: {
      originalLanguage: 'en',
      updated: '2026-01-02',
      voice: 'volunteer',
      firstName: 'Awa',
      country: 'SN',
      consent: true,
      date: '2026-01-01',
      ...shared,
    },
    origin: { label: `stories/${id}.yml` },
  };
}

/** A raw guide for volunteers, complete in English and French. */
export function rawResource(id: string, shared: RawFields = {}): RawEntry {
  const words = { summary: 'A summary.', body: 'Words.' };
  return {
    id,
    type: 'resource',
    locales: { en: { title: `Guide ${id}`, ...words }, fr: { title: `Le guide ${id}`, ...words } },
    shared: {
      originalLanguage: 'en',
      updated: '2026-01-02',
      kind: 'guide',
      date: '2026-01-01',
      audiences: ['volunteers'],
      ...shared,
    },
    origin: { label: `resources/${id}.yml` },
  };
}

/** A raw page, complete in English and French. */
export function rawPage(id: string, shared: RawFields = {}): RawEntry {
  const words = { summary: 'A summary.', body: 'Words.' };
  return {
    id,
    type: 'page',
    locales: { en: { title: `Page ${id}`, ...words }, fr: { title: `Page ${id}`, ...words } },
    shared: { originalLanguage: 'en', updated: '2026-01-02', ...shared },
    origin: { label: `pages/${id}.yml` },
  };
}
