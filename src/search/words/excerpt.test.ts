import { expect, it } from 'vitest';
import { tokenize } from './tokenize';
import { markWords } from './excerpt';
import { loadLanguage } from './load-language';

it('marks words in any form, and what begins like them', async () => {
  const language = await loadLanguage('fr');
  expect(markWords('Les pompes de l’école, expliquées.', tokenize('pompe ECOLE expli'), language)).toEqual([
    { text: 'Les ', marked: false },
    { text: 'pompes', marked: true },
    { text: ' de l’', marked: false },
    { text: 'école', marked: true },
    { text: ', ', marked: false },
    { text: 'expliquées', marked: true },
    { text: '.', marked: false },
  ]);
});

it('is nothing where no word is there, or none was typed', async () => {
  const language = await loadLanguage('en');
  expect(markWords('Pumps and wells', tokenize('bucket'), language)).toBeUndefined();
  expect(markWords('Pumps and wells', [], language)).toBeUndefined();
});
