import { describe, expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { rawOpportunity } from '@/model/samples.fixture';
import { recordTranslations } from '@/model/translation-age';
import { findFindings, placeFindings } from './findings';
import { findDue, formatToday } from './keep-record';
import { findTranslations } from './translations';

const today = '2026-12-01';
const textsOf = (entry: Parameters<typeof findFindings>[0], locale: 'en' | 'fr' = 'en') =>
  findFindings(entry, editorTranslator(locale)).map(({ severity, language, text }) =>
    [severity, language, text].filter(Boolean).join(' | '),
  );

describe('findings', () => {
  it('are none for an entry that can be on the site', () => {
    expect(textsOf(rawOpportunity('a'))).toEqual([]);
  });

  it('name the field, also within a list, in the editor’s language', () => {
    const languages = [
      { language: 'en', level: 'good' },
      { language: 'xx', level: 'good' },
    ];
    const entry = rawOpportunity('a', { languages });
    expect(textsOf(entry)).toEqual([
      'blocks | Languages of work › 2 › Language is “xx”, which is none of the known values. Choose one from the list.',
    ]);
    expect(textsOf(entry, 'fr')[0]).toMatch(/^blocks \| Langues de travail › 2 › Langue\u00A0:/);
  });

  it('are those of the rules too while fields are missing, without a word about what stands in for them', () => {
    const raw = rawOpportunity('a', { hours: { min: 1, max: 30 } });
    const entry = { ...raw, locales: { en: { ...raw.locales.en, title: '' } } };
    expect(textsOf(entry)).toEqual([
      'blocks | English | Title is missing. Fill it in.',
      expect.stringMatching(/^blocks \| Hours a week › At most is 30 hours a week, but the limit is 20\./),
    ]);
  });

  it('stand in Contentful’s form at the field that has the value', () => {
    const raw = rawOpportunity('a', {
      hours: { min: 1, max: 30 },
      languages: [{ language: 'xx', level: 'good' }],
    });
    const entry = { ...raw, locales: { en: { ...raw.locales.en, title: '' } } };
    const codes = { default: 'fr-FR', byLocale: new Map([['en', 'en-US'] as const]) };
    const placed = placeFindings('opportunity', findFindings(entry, editorTranslator('en')), codes).map(
      ({ code, place, isFault, isMissing }) => [code, place, isFault, isMissing],
    );
    expect(placed).toEqual([
      ['fr-FR', 'languages.0.language', true, false],
      ['en-US', 'title', true, true],
      ['fr-FR', 'hoursMax', true, false],
    ]);
  });

  it('don’t judge what stands in for the texts of an entry that has none', () => {
    const entry = { ...rawOpportunity('a', { originalLanguage: 'fr' }), locales: {} };
    expect(textsOf(entry)).toEqual([expect.stringMatching(/^blocks \| French \|.* there is no text in it/)]);
  });
});

describe('translations', () => {
  it('are not begun, incomplete, complete or older than the original', () => {
    const { en = {}, ...none } = rawOpportunity('a').locales;
    const raw = { ...rawOpportunity('a'), locales: { ...none, en, fr: en } };
    const recorded = recordTranslations('opportunity', undefined, raw);
    const changed = {
      ...recorded,
      locales: { ...recorded.locales, en: { ...en, title: 'Translate another book' } },
    };
    const states = findTranslations(changed, ['en', 'fr', 'es']);
    expect(
      states.map(({ locale, isBegun, missing, outdated }) => [locale, isBegun, missing.length, outdated]),
    ).toEqual([
      ['fr', true, 0, ['title']],
      ['es', false, 6, []],
    ]);
  });
});

describe('what is kept without the editor', () => {
  it('is the day of a change, the language of the first text, and the day of opening', () => {
    const shared = { status: 'open' };
    expect(findDue({ locales: {}, shared }, 'fr', today)).toEqual({
      updated: today,
      originalLanguage: 'fr',
      posted: today,
    });
  });

  it('leaves what is there', () => {
    const shared = { status: 'open', originalLanguage: 'en', posted: '2026-01-01' };
    expect(findDue({ locales: {}, shared }, 'fr', today)).toEqual({ updated: today });
    expect(findDue({ locales: {}, shared: { status: 'draft' } }, undefined, today)).toEqual({
      updated: today,
    });
  });

  it('takes the day from the editor’s clock', () => {
    expect(formatToday(new Date(2027, 0, 5, 23, 59))).toBe('2027-01-05');
  });
});
