import { expect, it } from 'vitest';
import { findPlace } from './find-place';

const fields = {
  originalLanguage: 'en',
  en: {
    title: 'Map the wells',
    task: 'You **map the wells** of [a valley](https://x.org).\n\n- one by one',
    impact: 'Water.',
  },
  fr: { title: 'Cartographier les puits', questions: ['Pourquoi\u00a0?'] },
};

it.each([
  ['en', 'Map the wells', 'en.title'],
  ['en', 'one by one', 'en.task'],
  ['fr', 'Cartographier  les puits', 'fr.title'],
  ['fr', 'Pourquoi ?', 'fr.questions.0'],
  ['fr', 'Water.', 'en.impact'],
  ['en', 'Apply', undefined],
  ['en', ' ', undefined],
] as const)('in %s, “%s” comes from %s', (locale, text, place) => {
  expect(findPlace(fields, locale, text)).toBe(place);
});
