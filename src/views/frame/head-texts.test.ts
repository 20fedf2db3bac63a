import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { countCodePoints } from '@/model/fit-text';
import { pageDescription, windowTitle } from './head-texts';

const french = translator('fr');
const service = 'Volontariat en ligne';
const long = 'Objectif 13, Mesures relatives à la lutte contre les changements climatiques';

describe('the title of a window', () => {
  it('has the service’s name where there is room for it', () => {
    expect(windowTitle(french, { text: 'Campagnes' }, service)).toBe('Campagnes · Volontariat en ligne');
    const alone = 'Relire les carnets de santé de douze centres du Sahel';
    expect(windowTitle(french, { text: alone }, service)).toBe(alone);
  });

  it('is shortened before a word, and never loses the number of its page', () => {
    expect(windowTitle(french, { text: long }, service)).toBe(
      'Objectif 13, Mesures relatives à la lutte contre les changements…',
    );
    expect(windowTitle(french, { text: long, page: 2 }, service)).toBe(
      'Objectif 13, Mesures relatives à la lutte contre les…, page 2',
    );
  });

  it('is whole for an entry', () => {
    expect(windowTitle(french, { text: long, isEntry: true }, service)).toBe(long);
  });
});

describe('the description of a page', () => {
  const about = ['Donnez quelques heures, par internet, à une organisation.', 'Sans compte et sans frais.'];

  it('stays as it is between 50 and 160 characters', () => {
    const text = 'Des missions à faire en ligne, de chez vous, à votre rythme.';
    expect(pageDescription('fr', text, about)).toBe(text);
  });

  it('continues with what the service is where it is short', () => {
    expect(pageDescription('fr', 'Missions en russe. 1 mission', about)).toBe(
      'Missions en russe. 1 mission. Donnez quelques heures, par internet, à une organisation.',
    );
  });

  it('ends after a sentence, or before a word, where it is long', () => {
    const sentence = 'Cette phrase a un peu plus de soixante-dix caractères, ce qui suffit bien.';
    expect(pageDescription('fr', `${sentence} ${sentence} ${sentence}`, about)).toBe(
      `${sentence} ${sentence}`,
    );
    const words = pageDescription('fr', 'mot '.repeat(60), about);
    expect(words).toMatch(/ mot…$/);
    expect(countCodePoints(words)).toBeLessThanOrEqual(160);
  });

  it('is within the limits, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, tagline) => {
        const length = countCodePoints(
          pageDescription('en', text, [tagline, 'About the service. '.repeat(5)]),
        );
        expect(length).toBeLessThanOrEqual(160);
      }),
    );
  });
});
