import { describe, expect, it } from 'vitest';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import type { Picture } from '@/pipeline/pictures/picture-files';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { jobPostingData } from './job-posting';
import { formatJsonLd } from '@/share/structured/json-ld';
import { organizationData } from './organization';
import { structuredFaults } from '@/share/structured/vocabulary.fixture';

const siteUrl = new URL('https://example.org/');
const organization = rawOrganization('o1', { website: 'https://o1.example', acronym: 'OO' });

interface Further {
  readonly locales?: RawEntry['locales'];
  readonly sample?: boolean;
  readonly logo?: Picture;
}

function postingOf(shared: RawFields, further: Further = {}, locale: Locale = 'en') {
  const { locales = {}, sample = false, logo } = further;
  const raw = [organization, rawSettings({ sample }), rawOpportunity('wells', shared, locales)];
  const own = inLanguage(siteOf(raw, { now: Date.parse('2026-11-25T00:00:00Z') }), locale);
  const [view] = own.opportunities;
  if (!view) throw new Error('The fixture has no opportunity.');
  return jobPostingData({ t: translator(locale), own, siteUrl }, view, { isDirect: true, logo });
}

const inTwoCountries = { applicantCountries: ['SN', 'CI'] };

describe('jobPostingData', () => {
  it('says what the page shows, in its language, with what search engines require', async () => {
    const posting = postingOf(inTwoCountries, {}, 'fr');
    expect(posting).toMatchObject({
      title: 'Traduire le guide wells',
      datePosted: '2026-01-01',
      validThrough: '2030-02-01T00:00:00.000Z',
      employmentType: 'VOLUNTEER',
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ name: 'Sénégal' }, { name: 'Côte d’Ivoire' }],
      hiringOrganization: { '@type': 'NGO', name: 'Organisation o1', sameAs: 'https://o1.example' },
      url: 'https://example.org/fr/missions/traduire-le-guide-wells/',
    });
    expect(posting).toHaveProperty(
      'description',
      expect.stringMatching(/^<ul>(?:<li>[^<]+<\/li>)+<\/ul><p>Do it\.<\/p>/),
    );
    expect(posting && (await structuredFaults(formatJsonLd([posting])))).toEqual([]);
  });

  it('has hours, languages and skills in its description', () => {
    const skills = [{ skill: 'plain-language', level: 'solid' }];
    const posting = postingOf({ ...inTwoCountries, skills }, {}, 'fr');
    for (const fact of ['2–4 heures par semaine', 'Français, bon', 'Langage clair (solide'])
      expect(JSON.stringify(posting)).toContain(fact);
    expect(posting).toMatchObject({ workHours: '2–4 heures par semaine' });
  });

  it('has no heading in its description', () => {
    const task = '## First\n\nDo it.\n\n### Then\n\n- Rest.';
    const locales = { en: { ...rawOpportunity('wells').locales.en, task } };
    const { description } = postingOf(inTwoCountries, { locales }) as { description: string };
    expect(description.replaceAll('\n', '')).toContain(
      '<p>First</p><p>Do it.</p><p>Then</p><ul><li>Rest.</li></ul>',
    );
  });

  it('has the organization’s logo in its largest size', async () => {
    const sizes = [200, 400].map((width) => ({ src: `/media/logo-${width}.webp`, width }));
    const logo = { width: 400, height: 400, webp: sizes, avif: [] } as unknown as Picture;
    const posting = postingOf(inTwoCountries, { logo });
    expect(posting).toHaveProperty('hiringOrganization.logo', 'https://example.org/media/logo-400.webp');
    expect(posting && (await structuredFaults(formatJsonLd([posting])))).toEqual([]);
  });

  it('is open-ended where the opportunity is', () => {
    const posting = postingOf({ ...inTwoCountries, closes: undefined, reviewBy: '2030-01-01' });
    expect(posting).not.toHaveProperty('validThrough');
    expect(posting).toHaveProperty('title');
  });

  it.each([
    ['the countries of applicants aren’t known', {}, {}],
    ['the content is a sample', inTwoCountries, { sample: true }],
    ['its last day is over', { ...inTwoCountries, closes: { date: '2026-11-01', zone: 'Africa/Dakar' } }, {}],
    ['somebody was found', { ...inTwoCountries, status: 'filled' }, {}],
  ])('isn’t there where %s', (_why, shared, more) => {
    expect(postingOf(shared, more)).toBeUndefined();
  });

  it('isn’t there in a language that it isn’t translated into', () => {
    expect(postingOf(inTwoCountries, { locales: { fr: { title: 'Traduire' } } }, 'fr')).toBeUndefined();
  });
});

it('organizationData is of the organization’s own kind, with what its page shows', async () => {
  const [view] = inLanguage(siteOf([organization]), 'en').organizations;
  if (!view) throw new Error('The fixture has no organization.');
  const data = organizationData(view, translator('en'), siteUrl, undefined);
  expect(data).toMatchObject({
    '@type': 'NGO',
    name: 'Organization o1',
    alternateName: 'OO',
    sameAs: 'https://o1.example',
    address: { addressCountry: 'SN' },
    areaServed: [{ name: 'Senegal' }],
    identifier: { value: 'ONG-1' },
  });
  expect(await structuredFaults(formatJsonLd([data]))).toEqual([]);
});
