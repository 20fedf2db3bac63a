import { expect, it } from 'vitest';
import type { SearchDocument } from '../../index/documents';
import { countWords, dictionaryWords, usualSpelling } from './count-words';

const document = (meta: SearchDocument['meta'], content = '') => ({ meta, content }) as SearchDocument;

it('counts how often fields have a form, each by its weight', () => {
  const { forms, lengths } = countWords([
    document({ title: 'Deep wells', summary: 'Wells.', words: 'wells' }, 'Wells, and WELLS'),
    document({ organization: 'Well Network', words: 'Wells' }, ''),
  ]);
  const postings = forms.find(({ form }) => form === 'wells')?.postings;
  expect(postings).toEqual([
    { serial: 0, weight: 9 },
    { serial: 1, weight: 0.4 },
  ]);
  expect(lengths).toEqual([6, 3]);
});

it('has one form for all spellings, and the usual one of them', () => {
  const { forms } = countWords(['Été', 'ete', 'été'].map((title) => document({ title })));
  expect(forms.map((form) => [form.form, usualSpelling(form)])).toEqual([['ete', 'été']]);
});

it('gives the dictionary its words, those with ligatures in both spellings', () => {
  const counts = countWords([document({ title: 'Un cœur 🐶 C++' }, 'Le cœur')]);
  expect(dictionaryWords(counts).map(({ folded, spelling }) => `${folded} ${spelling}`)).toEqual([
    'un un',
    'cœur cœur',
    'coeur coeur',
    'le le',
  ]);
});
