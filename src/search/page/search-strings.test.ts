import { expect, test } from 'vitest';
import { translator } from '@/i18n/translate';
import { searchStrings } from './search-strings';

test('a language is called in a row as it is inside a sentence', () => {
  expect(searchStrings(translator('fr')).shownIn).toEqual({
    en: 'Texte en anglais',
    es: 'Texte en espagnol',
  });
  expect(searchStrings(translator('en')).shownIn).toEqual({
    fr: 'Text in French',
    es: 'Text in Spanish',
  });
});
