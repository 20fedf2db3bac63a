import { expect, it } from 'vitest';
import { tokenize } from './tokenize';
import { markWords } from './excerpt';
import { loadLanguage } from './load-language';

it('marks words in any form, and what begins like them', async () => {
  const language = await loadLanguage('fr');
  const parts =
    markWords('Les pompes de l’école, expliquées.', tokenize('pompe ECOLE expli'), language) ?? [];
  expect(parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')).toBe(
    'Les [pompes] de l’[école], [expliquées].',
  );
});

it('is nothing where no word is there, or none was typed', async () => {
  const language = await loadLanguage('en');
  expect(markWords('Pumps and wells', tokenize('bucket'), language)).toBeUndefined();
  expect(markWords('Pumps and wells', [], language)).toBeUndefined();
});
