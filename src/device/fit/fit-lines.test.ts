import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import type { Locale } from '@/i18n/locales';
import { checkFit, type FitProfile } from './fit-check';
import { packNeeds, unpackNeeds, type PackedNeeds } from './fit-needs';
import { fitStrings } from '../fit-page/fit-strings';
import { createFitLines } from './fit-lines';

const said: FitProfile = {
  languages: new Map([
    ['en', 'basic'],
    ['es', 'native'],
  ]),
  skills: new Map([['spreadsheets', 'some']]),
  hours: '5',
  from: new Set(['SN']),
};
const hard: PackedNeeds = {
  languages: ['en:good', 'fr:basic', 'es:good?'],
  skills: ['spreadsheets:solid', 'statistics:some'],
  hours: '6-10',
  times: ['-8..2'],
};
const lines = (locale: Locale, needs: PackedNeeds, isShort = false, have = said) =>
  createFitLines(
    checkFit(have, unpackNeeds(needs), 5.5),
    { t: translator(locale), names: fitStrings(translator(locale)).names },
    isShort,
  ).map(({ verdict, text }) => `${verdict}: ${text.replaceAll(/[\u00a0\u202f]/g, ' ')}`);

describe('what fits, in words', () => {
  it('in English', () => {
    expect(lines('en', hard)).toEqual([
      'fits: Fits you: Spanish',
      'lacks: Needs good English; you have basic English',
      'lacks: Needs basic French',
      'lacks: Spreadsheets: needs solid experience; you have some practice',
      'lacks: Statistics: needs some practice',
      'lacks: Needs 6–10 hours a week; you have up to 5 hours',
      'lacks: Needs a time zone from UTC−8 to UTC+2; yours is UTC+5:30',
    ]);
  });

  it('in French, with its elisions', () => {
    expect(lines('fr', hard)).toEqual(
      expect.arrayContaining([
        'lacks: Demande un bon niveau d’anglais ; vous avez des notions d’anglais',
        'lacks: Demande un fuseau horaire d’UTC−8 à UTC+2 ; le vôtre est UTC+5:30',
      ]),
    );
  });

  it('names all languages of which one is enough', () => {
    const either = { ...hard, languages: ['en:good|', 'pt:fluent|'], skills: [] };
    expect(lines('en', either)[0]).toBe(
      'lacks: Needs good English or fluent Portuguese; you have basic English',
    );
    expect(lines('fr', either)[0]).toContain('Demande un bon niveau d’anglais ou un portugais courant');
  });

  it('in short: three names, one sentence, and how many more there are', () => {
    expect(lines('en', hard, true)).toEqual([
      'fits: Fits you: Spanish',
      'lacks: Needs good English; you have basic English · 5 more',
    ]);
    const easy = {
      languages: ['es:good', 'en:basic'],
      skills: ['spreadsheets:some'],
      hours: '2-2',
      from: ['SN'],
    };
    expect(lines('en', easy, true)).toEqual([
      'fits: Everything fits you: Spanish · English · Spreadsheets · 2 more',
    ]);
  });

  it('says what one hasn’t said, and what is to be asked', () => {
    const empty = { languages: new Map(), skills: new Map(), from: new Set<string>(), hours: '5' } as const;
    const needs = { ...hard, hours: '2-5', times: ['fixed'] };
    expect(lines('en', needs, false, empty)).toEqual([
      'fits: Fits you: Your hours',
      'unknown: You haven’t told us: Your languages · Your skills',
      'unknown: Set hours: ask which before you apply',
    ]);
  });
});

it('an opportunity’s needs are read as they were written', () => {
  const shared = {
    languages: [
      { language: 'fr', level: 'good', need: 'required' },
      { language: 'en', level: 'good', need: 'either' },
      { language: 'pt', level: 'fluent', need: 'either' },
      { language: 'wo', level: 'basic', need: 'welcome' },
    ],
    skills: [{ skill: 'data-entry', level: 'solid' }],
    hours: { min: 0.5, max: 3 },
    length: { kind: 'ongoing' },
    schedule: 'fixed',
    timeZoneWindow: { from: -8, to: 5.5 },
    diasporaOf: ['SN'],
  } as unknown as Parameters<typeof packNeeds>[0];
  const packed = JSON.parse(JSON.stringify(packNeeds(shared))) as PackedNeeds;
  expect(unpackNeeds(packNeeds({ ...shared, length: { kind: 'one-off' } })).hours).toBeUndefined();
  const { languages, skills, hours, timeZoneWindow: zones, diasporaOf: diaspora } = shared;
  expect(unpackNeeds(packed)).toEqual({ languages, skills, hours, fixed: true, zones, diaspora });
});
