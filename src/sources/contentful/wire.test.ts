import { describe, expect, it } from 'vitest';
import type { LocaleCodes } from './wire';
import { decodeFields, encodeFields, createLink } from './wire';

const codes: LocaleCodes = {
  default: 'en-US',
  byLocale: new Map([
    ['en', 'en-US'],
    ['fr', 'fr-FR'],
  ]),
};

const entry = {
  locales: { en: { title: 'Translate a letter', questions: ['Why?'] }, fr: { title: 'Traduire une lettre' } },
  shared: {
    originalLanguage: 'en',
    organization: 'harbour-school',
    taskTypes: ['translation'],
    hours: { min: 1, max: 2 },
    featured: false,
  },
};

const wire = {
  title: { 'en-US': 'Translate a letter', 'fr-FR': 'Traduire une lettre' },
  questions: { 'en-US': ['Why?'] },
  originalLanguage: { 'en-US': 'en' },
  organization: { 'en-US': { sys: { type: 'Link', linkType: 'Entry', id: 'harbour-school' } } },
  taskTypes: { 'en-US': ['translation'] },
  hours: { 'en-US': { min: 1, max: 2 } },
  featured: { 'en-US': false },
};

describe('encode', () => {
  it('keys localized fields by code, and gives shared ones to the default locale', () => {
    expect(encodeFields('opportunity', entry, codes)).toEqual(wire);
  });

  it('makes links of pictures and of lists of references', () => {
    const shared = { hero: 'hero.png', opportunities: ['a', 'b'] };
    expect(encodeFields('campaign', { locales: {}, shared }, codes)).toEqual({
      hero: { 'en-US': createLink('Asset', 'hero.png') },
      opportunities: { 'en-US': [createLink('Entry', 'a'), createLink('Entry', 'b')] },
    });
  });

  it('leaves out languages and fields that the space has no place for', () => {
    const spanish = { locales: { es: { title: 'Traducir' } }, shared: { typo: 1 } };
    expect(encodeFields('opportunity', spanish, codes)).toEqual({});
  });
});

describe('decode', () => {
  it('is the inverse of encode', () => {
    const { featured, ...shared } = entry.shared;
    expect(featured).toBe(false);
    // Off is what the absence of a flag means.
    expect(decodeFields('opportunity', wire, codes)).toEqual({ ...entry, shared, unknown: [] });
  });

  it('does not copy values between languages', () => {
    const { locales } = decodeFields('story', { title: { 'fr-FR': 'Un soir' } }, codes);
    expect(locales).toEqual({ fr: { title: 'Un soir' } });
  });

  it('reads shared fields from the default locale only, also where the site doesn’t speak it', () => {
    const german = { default: 'de-DE', byLocale: new Map([['en', 'en-US']] as const) };
    const fields = {
      status: { 'de-DE': 'open', 'en-US': 'closed' },
      title: { 'de-DE': 'Titel', 'en-US': 'Title' },
    };
    expect(decodeFields('opportunity', fields, german)).toEqual({
      locales: { en: { title: 'Title' } },
      shared: { status: 'open' },
      unknown: [],
    });
  });

  it('passes nulls and wrong shapes on', () => {
    const fields = {
      title: { 'en-US': null, 'fr-FR': 7 },
      task: null,
      organization: { 'en-US': 'no link' },
      opportunities: 'no list',
      posted: { 'en-US': null },
    };
    expect(decodeFields('opportunity', fields, codes)).toEqual({
      locales: { en: { title: null, task: null }, fr: { title: 7 } },
      shared: { organization: 'no link', posted: null },
      unknown: ['opportunities'],
    });
    const links = { 'en-US': [null, createLink('Entry', 'a'), 'b'] };
    expect(decodeFields('campaign', { opportunities: links }, codes).shared).toEqual({
      opportunities: [null, 'a', 'b'],
    });
  });

  it('is not misled by names that every object has', () => {
    const fields = JSON.parse('{"__proto__": {"en-US": 1}, "constructor": {"en-US": 1}}') as object;
    const unknown = ['__proto__', 'constructor'];
    expect(decodeFields('story', { ...fields }, codes)).toEqual({ locales: {}, shared: {}, unknown });
  });
});
