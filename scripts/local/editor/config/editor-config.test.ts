import { describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { locales } from '@/i18n/locales';
import { buildEditorConfig } from './editor-config';
import type { EditorField } from './fields';

describe('the editor’s configuration', () => {
  const { collections } = buildEditorConfig('content');

  it('has every type with every field of the model that editors see, each with its words', () => {
    expect(collections.map(({ name }) => name)).toEqual(contentTypeNames);
    for (const { name, fields } of collections) {
      const { localized, shared } = contentTypes[name];
      expect(fields.map((field) => field.name)).toEqual([
        'shownAs',
        'foundBy',
        'listNote',
        'listMarks',
        'listGroup',
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

  const fieldsOf = (holder: { readonly [key: string]: unknown } | undefined) =>
    (holder?.['fields'] ?? []) as readonly EditorField[];
  const find = (type: string, name: string) =>
    collections.find((one) => one.name === type)?.fields.find((field) => field.name === name);

  it('says of each field whether the model requires it', () => {
    const english = fieldsOf(find('opportunity', 'en'));
    const isRequired = (name: string) => english.find((field) => field.name === name)?.required;
    expect([isRequired('title'), isRequired('task'), isRequired('learning'), isRequired('slug')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(find('opportunity', 'organization')?.required).toBe(true);
    expect(find('opportunity', 'closes')?.required).toBe(false);
  });

  it('starts everything as a draft of today in the editor’s language, with no day to type for the change', () => {
    const config = buildEditorConfig('content', { locale: 'fr', today: '2026-11-28' });
    for (const { fields } of config.collections) {
      const status = fields.find(({ name }) => name === 'status');
      if (status) expect(status['default']).toBe('draft');
      expect(fields.find(({ name }) => name === 'originalLanguage')?.['default']).toBe('fr');
      expect(fields.find(({ name }) => name === 'updated')?.widget).toBe('hidden');
    }
    expect(config.collections[0]?.fields.find(({ name }) => name === 'posted')?.['default']).toBe(
      '2026-11-28',
    );
  });

  it('has one entry of settings, which can’t be deleted', () => {
    expect(collections.find(({ name }) => name === 'settings')).toMatchObject({ limit: 1, delete: false });
  });

  it('has a name for every choice', () => {
    const choices = (field: EditorField): { value: string; label: string }[] => [
      ...((field['options'] ?? []) as { value: string; label: string }[]),
      ...fieldsOf(field).flatMap(choices),
    ];
    for (const locale of locales) {
      const all = buildEditorConfig('content', { locale }).collections.flatMap(({ fields }) =>
        fields.flatMap(choices),
      );
      // A code as a name would be an untranslated one.
      expect(all.filter(({ value, label }) => label === value && value !== 'UTC')).toEqual([]);
    }
    const zones = choices(find('opportunity', 'closes') ?? { name: '', label: '', widget: '' });
    expect(zones.length).toBeGreaterThan(300);
    expect(zones.find(({ value }) => value === 'Africa/Dakar')?.label).toBe(
      'Dakar – Greenwich Mean Time (Africa/Dakar)',
    );
  });

  it('filters lists by status, closing day and language, and groups them by organization', () => {
    const list = collections.find(({ name }) => name === 'opportunity');
    const filters = list?.['view_filters'] as { label: string }[];
    expect(filters.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Open', 'Closes within 14 days', 'Not in French', 'Spanish is outdated']),
    );
    expect(list?.['view_groups']).toMatchObject([{ label: 'Organization' }]);
  });
});
