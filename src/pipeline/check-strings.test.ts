import { expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { messages } from '@/i18n/messages';
import { assertStrings, MissingStringsError } from './check-strings';

it('takes languages that have every word', () => {
  expect(() => assertStrings(locales)).not.toThrow();
});

it('refuses a language without a file, and one that lacks a word, and names it', () => {
  const { skip, ...rest } = messages.fr;
  expect(skip).not.toBe('');
  expect(() => assertStrings(['en', 'fr'], { en: messages.en })).toThrow(MissingStringsError);
  expect(() => assertStrings(['en', 'fr'], { en: messages.en, fr: rest })).toThrow(
    'content/i18n/fr.json lacks 1 messages, the first “skip”.',
  );
});
