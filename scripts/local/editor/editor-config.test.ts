import { describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { buildEditorConfig } from './editor-config';

describe('the editor’s configuration', () => {
  const { collections } = buildEditorConfig('content');

  it('has every type with every field of the model that editors see, each with its words', () => {
    expect(collections.map(({ name }) => name)).toEqual(contentTypeNames);
    for (const { name, fields } of collections) {
      const { localized, shared } = contentTypes[name];
      expect(fields.map((field) => field.name)).toEqual([
        'shownAs',
        ...['en', 'fr', 'es'],
        ...Object.keys(shared.shape).filter((name) => name !== 'provenance'),
      ]);
      const french = fields.find((field) => field.name === 'fr')?.['fields'] as {
        name: string;
        hint: string;
      }[];
      expect(french.map((field) => field.name)).toEqual(Object.keys(localized.shape));
      expect(french.filter(({ hint }) => !hint)).toEqual([]);
    }
  });

  it('asks for nothing in a language, and for the parts of no group that may be missing', () => {
    const fieldsOf = (holder: { readonly [key: string]: unknown }) =>
      (holder['fields'] ?? []) as { readonly name: string; readonly required?: boolean }[];
    for (const { fields } of collections) {
      for (const language of fields.slice(1, 4))
        expect(fieldsOf(language).filter(({ required }) => required)).toEqual([]);
    }
    const opportunity = collections[0]?.fields ?? [];
    const find = (name: string) => opportunity.find((field) => field.name === name) ?? {};
    expect(fieldsOf(find('timeZoneWindow')).map(({ required }) => required)).toEqual([false, false]);
    expect(fieldsOf(find('hours')).map(({ required }) => required)).toEqual([true, true]);
  });
});
