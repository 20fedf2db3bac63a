import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { strings } from '@/i18n/strings';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { describeForms } from './describe-forms';

const { types, vocabularies } = describeForms('en', '2026-11-28');
const opportunity = types.opportunity.fields;
const find = (name: string) => opportunity.find((field) => field.name === name);

describe('the forms', () => {
  it.each(contentTypeNames)(
    'have every field that editors see, with its words in each language (%s)',
    (type) => {
      const { localized, shared } = contentTypes[type];
      const expected = [...Object.keys(localized.shape), ...Object.keys(shared.shape)].filter(
        (name) => name !== 'provenance' && name !== 'updated',
      );
      for (const locale of locales) {
        const { fields, label, plural } = describeForms(locale, '2026-11-28').types[type];
        expect(fields.map(({ name }) => name)).toEqual(expected);
        const texts = [label, plural, ...fields.flatMap((field) => [field.label, field.help])];
        expect(texts.filter((text) => text.trim() === '')).toEqual([]);
      }
    },
  );

  it.each(locales)('name every choice in words (%s)', (locale) => {
    const unnamed = Object.entries(describeForms(locale, '2026-11-28').vocabularies).flatMap(
      ([vocabulary, terms]) =>
        terms
          .map(([id, name]) => ({ key: `${vocabulary}.${id}`, isId: name.toLowerCase() === id }))
          .filter(({ key, isId }) => isId && !Object.hasOwn(strings[locale], key))
          .map(({ key }) => key),
    );
    expect(unnamed).toEqual([]);
  });

  it('have a control for each kind of field', () => {
    expect(find('task')?.control).toEqual({ kind: 'markdown', most: 6000 });
    expect(find('organization')?.control).toEqual({ kind: 'reference', to: 'organization' });
    expect(find('closes')?.control).toMatchObject({
      kind: 'group',
      parts: [{ name: 'date' }, { name: 'zone' }],
    });
    expect(find('languages')?.control).toMatchObject({ kind: 'rows', item: 'Language', most: 5 });
    expect(types.organization.fields.find(({ name }) => name === 'logo')?.control).toEqual({
      kind: 'picture',
    });
    expect(types.campaign.fields.find(({ name }) => name === 'opportunities')?.control).toMatchObject({
      kind: 'references',
      to: 'opportunity',
      most: 12,
    });
  });

  it('ask first for what an entry needs', () => {
    const essential = opportunity.filter(({ isEssential }) => isEssential).map(({ name }) => name);
    expect(essential).toEqual(expect.arrayContaining(['title', 'organization', 'status', 'closes', 'hours']));
    expect(essential).not.toContain('slug');
    expect(essential).not.toContain('applyUrl');
  });

  it('begin an entry as a draft of today in the editor’s language', () => {
    expect(describeForms('fr', '2026-11-28').types.opportunity.newEntry).toEqual({
      originalLanguage: 'fr',
      status: 'draft',
      posted: '2026-11-28',
    });
    expect(types.settings).toMatchObject({
      isSingle: true,
      hasPage: false,
      newEntry: { originalLanguage: 'en' },
    });
  });

  it('name every choice', () => {
    const unnamed = Object.values(vocabularies).flatMap((terms) =>
      terms.filter(([id, name]) => id === name && id !== 'UTC'),
    );
    expect(unnamed).toEqual([]);
  });
});
