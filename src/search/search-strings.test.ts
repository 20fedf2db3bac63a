import { expect, test } from 'vitest';
import { translator } from '@/i18n/translate';
import { searchStrings } from './search-strings';

test('a language is called in a row as it is inside a sentence', () => {
  expect(searchStrings(translator('fr')).shownIn).toEqual({
    en: 'Pas encore de traduction\u00A0: anglais',
    es: 'Pas encore de traduction\u00A0: espagnol',
  });
  expect(searchStrings(translator('en')).shownIn).toEqual({
    fr: 'Not translated yet: in French',
    es: 'Not translated yet: in Spanish',
  });
});
