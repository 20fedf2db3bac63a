import { expect, it } from 'vitest';
import { wantedLanguages } from './preview-language';

it('the language of the address is wanted first, then those of the browser in their order', () => {
  expect(wantedLanguages('fr-FR', 'en')).toEqual(['fr-FR', 'en']);
  expect(wantedLanguages(null, 'fr-CA, en;q=0.5,de;q=0.7, es;q=0')).toEqual(['fr-CA', 'de', 'en']);
  expect(wantedLanguages(null)).toEqual([]);
});
