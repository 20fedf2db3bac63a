import { contentTypeNames } from '@/model/types/entry';
import { describe, expect, it } from 'vitest';
import { buildContentTypeDefinition } from './model/content-types';
import { buildEditorInterface } from './model/editor-interfaces';
import { listStoredFields } from './stored-fields';

/** A field of the opportunity's content type, in a space whose default locale is English. */
function field(id: string, type: Parameters<typeof buildContentTypeDefinition>[0] = 'opportunity') {
  return buildContentTypeDefinition(type, 'en-US').fields.find((one) => one.id === id);
}

function control(id: string, type: Parameters<typeof buildContentTypeDefinition>[0] = 'opportunity') {
  return buildEditorInterface(type).controls.find(({ fieldId }) => fieldId === id);
}

describe('content types', () => {
  it.each(contentTypeNames)('%s keeps to what Contentful allows', (type) => {
    const { fields, displayField } = buildContentTypeDefinition(type, 'en-US');
    expect(fields.map(({ id }) => id)).toEqual(listStoredFields(type).map(({ id }) => id));
    // Fields a type, letters of an id, and a display field of one short line.
    expect(fields.length).toBeLessThanOrEqual(50);
    for (const { id } of fields) expect(id).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/);
    expect(fields.find(({ id }) => id === displayField)).toMatchObject({ type: 'Symbol', localized: true });
    expect(fields.filter(({ localized, required }) => localized && required)).toEqual([]);
  });

  it('has a text with its limit, required nowhere in particular', () => {
    expect(field('title')).toEqual({
      id: 'title',
      name: 'Title',
      type: 'Symbol',
      localized: true,
      required: false,
      validations: [{ size: { max: 120 } }],
      disabled: false,
      omitted: false,
    });
    expect(field('task')).toMatchObject({ type: 'Text', validations: [{ size: { max: 6000 } }] });
  });

  it('has choices, alone and in lists, with what they can be', () => {
    expect(field('device')).toMatchObject({
      type: 'Symbol',
      required: false,
      validations: [{ in: ['phone', 'computer'] }],
      defaultValue: { 'en-US': 'computer' },
    });
    expect(field('status')).toMatchObject({ required: true });
    expect(field('status')).not.toHaveProperty('defaultValue');
    const taskTypes = field('taskTypes');
    expect(taskTypes).toMatchObject({
      type: 'Array',
      required: true,
      validations: [{ size: { min: 1, max: 3 } }],
    });
    expect(taskTypes?.items?.validations[0]).toHaveProperty(
      'in',
      expect.arrayContaining(['writing', 'data']),
    );
    expect(field('countries')?.items?.validations[0]).toHaveProperty(
      'in',
      expect.arrayContaining(['SN', 'NP']),
    );
    expect(field('regions')?.items?.validations[0]).toHaveProperty(
      'in',
      expect.arrayContaining(['001', '011']),
    );
  });

  it('has links to one type, pictures, numbers, addresses, and groups as JSON', () => {
    expect(field('organization')).toMatchObject({
      type: 'Link',
      linkType: 'Entry',
      validations: [{ linkContentType: ['organization'] }],
    });
    expect(field('opportunities', 'campaign')?.items).toEqual({
      type: 'Link',
      linkType: 'Entry',
      validations: [{ linkContentType: ['opportunity'] }],
    });
    expect(field('hero', 'campaign')).toMatchObject({
      type: 'Link',
      linkType: 'Asset',
      validations: [{ linkMimetypeGroup: ['image'] }],
    });
    expect(field('places')).toMatchObject({
      type: 'Integer',
      validations: [{ range: { min: 1, max: 500 } }],
    });
    expect(field('hours')).toMatchObject({ type: 'Object', required: true, validations: [] });
    expect(field('languages')).toMatchObject({ type: 'Object', validations: [] });
    const [, pattern] = field('website', 'organization')?.validations ?? [];
    expect(pattern).toMatchObject({ regexp: { pattern: '^https?://\\S+$' } });
  });

  it('says default values in the default locale of the space', () => {
    expect(buildContentTypeDefinition('story', 'fr').fields.find(({ id }) => id === 'status')).toMatchObject({
      defaultValue: { fr: 'published' },
    });
  });
});

describe('editors', () => {
  it.each(contentTypeNames)('%s has each field in one tab, with a control and a help text', (type) => {
    const { controls, editorLayout, groupControls } = buildEditorInterface(type);
    const ids = listStoredFields(type).map(({ id }) => id);
    expect(controls.map(({ fieldId }) => fieldId)).toEqual(ids);
    for (const { settings } of controls) expect(settings['helpText']).toMatch(/\S.*[.:]/);
    const laidOut = editorLayout.flatMap(({ items }) => items.map(({ fieldId }) => fieldId));
    expect(laidOut.toSorted()).toEqual(ids.toSorted());
    expect(groupControls.map(({ groupId }) => groupId)).toEqual(editorLayout.map(({ groupId }) => groupId));
    expect(editorLayout.length).toBeLessThanOrEqual(5);
  });

  it('has tabs for what, who, when, how to apply and what editors see to', () => {
    const layout = buildEditorInterface('opportunity').editorLayout;
    expect(layout.map(({ name }) => name)).toEqual(['What', 'Who', 'When', 'Apply', 'Editorial']);
    expect(layout[2]?.items.map(({ fieldId }) => fieldId)).toEqual([
      ...[
        'hours',
        'length',
        'schedule',
        'timeZoneWindow',
        'microTask',
        'posted',
        'starts',
        'closes',
        'reviewBy',
      ],
    ]);
  });

  it.each([
    ['task', 'markdown'],
    ['slug', 'singleLine'],
    ['status', 'dropdown'],
    ['applyBy', 'radio'],
    ['taskTypes', 'checkbox'],
    ['countries', 'tagEditor'],
    ['questions', 'tagEditor'],
    ['organization', 'entryLinkEditor'],
    ['places', 'numberEditor'],
    ['featured', 'boolean'],
    ['applyUrl', 'singleLine'],
    ['closes', 'objectEditor'],
  ])('shows %s as %s', (id, widgetId) => {
    expect(control(id)?.widgetId).toBe(widgetId);
  });

  it('says how a group is written', () => {
    expect(control('closes')?.settings['helpText']).toBe(
      'The last day for applications. It closes at the end of that day in that time zone. Written as JSON: {"date": "2026-12-31", "zone": "text"}. date: The last day on which one can apply. zone: An IANA time zone: Africa/Dakar.',
    );
    expect(control('languages')?.settings['helpText']).toContain(
      'Written as JSON: [{"language": "id", "level": "basic" or "good" or "fluent" or "native", "need": "required" or "either" or "welcome"}, …].',
    );
    expect(control('updated')?.settings).toMatchObject({ format: 'dateonly' });
  });
});
