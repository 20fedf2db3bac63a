import { expect, it } from 'vitest';
import { pickUsualAnswers } from './usual-answers';

it('has who one is, one’s languages and one’s time, and nothing that was written', () => {
  expect(
    pickUsualAnswers({
      name: 'Awa',
      email: 'awa@example.org',
      country: 'SN',
      language_fr: 'native',
      other_languages: '',
      availability: '3 hours',
      motivation: 'Because …',
      answer_1: 'Twice',
      consent: 'yes',
      title: 'Translate',
    }),
  ).toEqual({
    name: 'Awa',
    email: 'awa@example.org',
    country: 'SN',
    language_fr: 'native',
    availability: '3 hours',
  });
});
