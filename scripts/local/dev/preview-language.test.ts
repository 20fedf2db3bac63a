import { expect, it } from 'vitest';
import { languageCookie } from '../editor/language-cookie';
import { wantedLanguages } from './preview-language';

const [inEditor = ''] = languageCookie('es').split(';');

it.each([
  ['what the address asks for', 'fr-FR', { cookie: inEditor, 'accept-language': 'en' }, 'fr-FR'],
  ['the language of the editor', null, { cookie: `a=b; ${inEditor}`, 'accept-language': 'fr' }, 'es'],
  ['that of the browser', null, { 'accept-language': 'en;q=0.8, fr-CA, de;q=0' }, 'fr-CA'],
  [
    'that of the browser before a cookie of no language',
    null,
    { cookie: 'editor-language=xx', 'accept-language': 'fr' },
    'fr',
  ],
  ['nothing where nothing is said', null, {}, undefined],
])('wants first %s', (_, asked, headers, first) => {
  expect(wantedLanguages(asked, headers)[0]).toBe(first);
});

it('knows the order of the browser’s languages, and leaves out what it refuses', () => {
  expect(wantedLanguages(null, { 'accept-language': 'fr-CA, en;q=0.5,de;q=0.7, es;q=0' })).toEqual([
    'fr-CA',
    'de',
    'en',
  ]);
});
