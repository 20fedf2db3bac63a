import { expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { opportunityRowFacts } from './opportunity-facts';

const card = {
  shared: {
    taskTypes: ['data'],
    languages: [
      { language: 'es', level: 'good', need: 'required' },
      { language: 'en', level: 'good', need: 'welcome' },
      { language: 'fr', level: 'good', need: 'welcome' },
    ],
    hours: { min: 0.5, max: 1 },
    length: { kind: 'one-off' },
  },
} as unknown as Parameters<typeof opportunityRowFacts>[1];

it('leaves out languages that are only a plus, but for the one that the list is of', () => {
  const textsIn = (lang?: string) =>
    opportunityRowFacts(translator('en'), card, 'data', lang).map(({ text }) => text);
  const [task, spanish, ...rest] = textsIn();
  expect([task, spanish, ...rest]).toEqual([
    'Data',
    'Spanish, good',
    '30 minutes to 1 hour in all',
    'One-off',
  ]);
  expect(textsIn('en')).toEqual([task, spanish, 'English, a plus', ...rest]);
});
