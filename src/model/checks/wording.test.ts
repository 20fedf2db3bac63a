import { describe, expect, it } from 'vitest';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from './wording';

describe('wording', () => {
  it.each([
    ['Translate a handbook', 'en', true],

    ['Help Feed Your Community', 'en', true],
    ['Help a school with its website', 'en', true],
    ['Help wanted', 'en', false],
    ['Help with accounting', 'en', false],
    ['HELP: web developer', 'en', false],
    ['Volunteer as a tutor', 'en', true],
    ['Volunteers needed', 'en', false],
    ['Sing for the elderly', 'en', true],
    ['Spring cleaning of a park', 'en', false],
    ['Monitor water quality', 'en', true],
    ['Mentoring of students', 'en', false],
    ['Volunteer translator', 'en', false],
    ['Urgent: web developer', 'en', false],
    ['Traduire un guide', 'fr', true],
    ['Sous-titrer neuf films', 'fr', true],
    ['S’occuper de dix contes', 'fr', true],
    ['Traduction d’un guide', 'fr', false],
    ['Traducir una guía', 'es', true],
    ['Traducción de una guía', 'es', false],
  ] as const)('%s (%s) starts with a verb: %s', (title, locale, expected) => {
    expect(startsWithVerb(title, locale)).toBe(expected);
  });

  it('finds job posts as whole words', () => {
    expect(namesPost('Communication officer', 'en')).toBe('officer');
    expect(namesPost('Coordinate officers’ files', 'en')).toBe('officers');
    expect(namesPost('Chargée de communication', 'fr')).toBe('Chargée');
    expect(namesPost('Coordinadora de datos', 'es')).toBe('Coordinadora');
    expect(namesPost('Coordinate thirty people', 'en')).toBeUndefined();
  });

  it('notices soliciting and supervising', () => {
    expect(asksForMoney('You will raise funds among friends', 'en')).toBe('raise funds');
    expect(asksForMoney('Vous allez lever des fonds', 'fr')).toBe('lever des fonds');
    expect(asksForMoney('Write a proposal', 'en')).toBeUndefined();
    expect(supervisesStaff('You supervise our staff', 'en')).toBe('supervise our staff');
    expect(supervisesStaff('You coordinate volunteers', 'en')).toBeUndefined();
  });
});
