/** No “1 languages”: every string that counts, in each language. */
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from './locales';
import { strings, type StringKey } from './strings';
import type { PluralKey } from './translate';

const keys = Object.keys(strings.en) as StringKey[];
const pluralKeys = keys.flatMap((key) => {
  const stem = key.replace(/\.other$/, '');
  return stem !== key && `${stem}.one` in strings.en ? [stem as PluralKey] : [];
});

const wordsIn = (text: string) => text.match(/\p{L}+/gu) ?? [];

const form = (locale: Locale, key: PluralKey, name: 'one' | 'other') => strings[locale][`${key}.${name}`];

/** The plurals of a language, as its strings have them: words of the form for many that the form for one lacks. */
const pluralsOf = (locale: Locale) => {
  const singulars = new Set(pluralKeys.flatMap((key) => wordsIn(form(locale, key, 'one'))));
  const all = pluralKeys.flatMap((key) => wordsIn(form(locale, key, 'other')));
  return new Set(all.filter((word) => !singulars.has(word)));
};

/** Strings whose two forms are the same, since no word in them changes. */
const unchanged: Readonly<Record<string, readonly PluralKey[]>> = {
  en: ['searches.new', 'fits.more', 'open'],
  // “pays”
  fr: ['factSheet.today.countries'],
  // “más”
  es: ['fits.more'],
};

/** Strings beside a number that is fixed, and larger than one. */
const fixedNumbers = new Set([
  'apply.motivation.hint',
  'form.problem.short',
  'form.problem.long',
  'form.problem.links',
  'rule.hours',
  'rule.length',
]);

describe.each(locales)('strings that count (%s)', (locale) => {
  const plurals = pluralsOf(locale);

  it('have two forms, but for words without a plural', () => {
    expect(pluralKeys.length).toBeGreaterThan(20);
    const same = pluralKeys.filter((key) => form(locale, key, 'one') === form(locale, key, 'other'));
    expect(same).toEqual(unchanged[locale] ?? []);
  });

  it('have no plural beside one thing', () => {
    for (const key of pluralKeys) {
      const beside = /\{n\}\s(\p{L}+)(?:\s(\p{L}+))?/u.exec(form(locale, key, 'one'))?.slice(1) ?? [];
      expect(
        beside.filter((word) => plurals.has(word)),
        key,
      ).toEqual([]);
    }
  });

  it('are all that have a plural beside a number that may be one', () => {
    const others = keys.filter((key) => !pluralKeys.some((stem) => key.startsWith(`${stem}.`)));
    const counting = others.filter((key) =>
      [...strings[locale][key].matchAll(/\{\w+\}\s(\p{L}+)/gu)].some(([, word = '']) => plurals.has(word)),
    );
    expect(counting.filter((key) => !fixedNumbers.has(key))).toEqual([]);
  });
});
