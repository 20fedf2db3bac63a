import { describe, expect, it } from 'vitest';
import { locales } from './locales';
import { strings, type StringKey } from './strings';
import { sections } from './routes';
import { pluralize } from './interpolate';
import { preferredLocale } from './preferred';
import { translateIsland } from './create-translate';
import { translator } from './translate';

const keys = Object.keys(strings.en) as StringKey[];

const gapsOf = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('the interface’s words', () => {
  it('has the same keys in every language', () => {
    for (const locale of locales) expect(Object.keys(strings[locale]).toSorted()).toEqual(keys.toSorted());
  });

  it('has no empty message, and the same gaps in every language', () => {
    for (const locale of locales)
      for (const key of keys) {
        const message = strings[locale][key];
        expect(message.trim(), `${locale} ${key}`).not.toBe('');
        expect(gapsOf(message), `${locale} ${key}`).toEqual(gapsOf(strings.en[key]));
      }
  });

  it('names sections so that no two meet in a language', () => {
    for (const locale of locales) {
      const names = sections.map((section) => strings[locale][`section.${section}`]);
      expect(new Set([...names, 'browse', 'c', '404']).size).toBe(names.length + 3);
      expect(names.every((name) => /^[a-z-]+$/.test(name))).toBe(true);
    }
  });
});

describe('t()', () => {
  it('fills gaps and leaves unknown ones visible', () => {
    expect(translator('en')('pager.here', { page: 2, pages: 3 })).toBe('Page 2 of 3');
    expect(translator('en')('pager.here', { page: 2 })).toBe('Page 2 of {pages}');
  });

  it('chooses plural forms and writes the count as the language does', () => {
    expect(translator('en').count('browse.count', 1)).toBe('1 opportunity');
    expect(translator('fr').count('browse.count', 0)).toBe('0 mission');
    expect(pluralize({ one: '{n} a', other: '{n} b' }, 12_345, 'fr')).toBe('12\u202f345 b');
  });
});

describe('the t() of an island', () => {
  const all = translator('fr');
  const t = translateIsland('fr', all.all('pager.', 'search.count.', 'save'));

  it('says what the t() of the build says, with gaps and plural forms', () => {
    expect(t('pager.here', { page: 2, pages: 3 })).toBe(all('pager.here', { page: 2, pages: 3 }));
    expect(t.count('search.count', 1)).toBe(all.count('search.count', 1));
    expect(t.count('search.count', 12_345)).toBe(all.count('search.count', 12_345));
    expect(t('save')).toBe(all('save'));
  });

  it('has the strings of its prefixes and keys, and no others', () => {
    const keys = Object.keys(all.all('pager.', 'save'));
    expect(keys.toSorted()).toEqual(['pager.here', 'pager.label', 'pager.next', 'pager.previous', 'save']);
    expect(t.maybe('save.done')).toBeUndefined();
  });
});

it('the visitor’s language is the first that is offered', () => {
  expect(preferredLocale(['pt-BR', 'fr-CA', 'en'], ['en', 'fr'])).toBe('fr');
  expect(preferredLocale(['ar'], ['en', 'fr'])).toBeUndefined();
});
