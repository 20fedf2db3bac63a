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
    expect(field('title')).toMatchObject({
      type: 'Symbol',
      localized: true,
      required: false,
      validations: [{ size: { max: 120 } }],
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
    expect(field('taskTypes')).toMatchObject({ required: true, validations: [{ size: { min: 1, max: 3 } }] });
    expect(field('flags')?.items?.validations[0]).toHaveProperty('in.0', 'groupsWelcome');
  });

  it.each([
    ['taskTypes', ['writing', 'data']],
    ['countries', ['SN', 'NP']],
    ['regions', ['001', '011']],
    ['closesZone', ['UTC', 'Africa/Dakar', 'Asia/Katmandu', 'Asia/Kathmandu']],
  ])('has every choice of %s', (id, some) => {
    const { items, validations } = field(id) ?? {};
    expect((items?.validations ?? validations)?.[0]).toHaveProperty('in', expect.arrayContaining(some));
  });

  it('has links to one type, pictures, numbers, addresses, and groups as JSON', () => {
    const linkTo = (type: string) => ({ validations: [{ linkContentType: [type] }] });
    expect(field('organization')).toMatchObject(linkTo('organization'));
    expect(field('opportunities', 'campaign')?.items).toMatchObject(linkTo('opportunity'));
    expect(field('hero', 'campaign')).toMatchObject({ validations: [{ linkMimetypeGroup: ['image'] }] });
    expect(field('places')).toMatchObject({ validations: [{ range: { min: 1, max: 10_000 } }] });
    expect(field('hoursMin')).toMatchObject({
      name: 'Hours a week: at least',
      required: true,
      validations: [{ range: { min: 0.5, max: 168 } }],
    });
    expect(field('shareTextShort', 'campaign')).toMatchObject({ localized: true, required: false });
    expect(field('languages')).toMatchObject({ type: 'Object', validations: [] });
    const [, pattern] = field('website', 'organization')?.validations ?? [];
    expect(pattern).toMatchObject({ regexp: { pattern: '^https?://\\S+$' } });
  });

  it('has what programs keep in a field that no editor changes', () => {
    expect(field('provenance')).toMatchObject({ type: 'Object', required: false, disabled: true });
    expect(control('provenance')).toBeUndefined();
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
    const ids = listStoredFields(type).flatMap(({ id, isHidden }) => (isHidden ? [] : [id]));
    expect(controls.map(({ fieldId }) => fieldId)).toEqual(ids);
    for (const { settings } of controls) expect(settings['helpText']).toMatch(/\S.*[.:]/);
    const laidOut = editorLayout.flatMap(({ items }) => items.map(({ fieldId }) => fieldId));
    expect(laidOut.toSorted()).toEqual(ids.toSorted());
    expect(groupControls.map(({ groupId }) => groupId)).toEqual(editorLayout.map(({ groupId }) => groupId));
    expect(editorLayout.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['task', 'markdown'],
    ['status', 'dropdown'],
    ['taskTypes', 'checkbox'],
    ['organization', 'entryLinkEditor'],
    ['places', 'numberEditor'],
    ['closesDate', 'datePicker'],
  ])('shows %s as %s', (id, widgetId) => {
    expect(control(id)).toMatchObject({ widgetNamespace: 'builtin', widgetId });
  });

  it('shows groups, choices and time zones by the app where there is one, which is in the sidebar too', () => {
    const { controls, sidebar } = buildEditorInterface('opportunity', { definitionId: 'our-app' });
    const byApp = controls.filter(({ widgetNamespace }) => widgetNamespace === 'app');
    expect(new Set(byApp.map(({ widgetId }) => widgetId))).toEqual(new Set(['our-app']));
    const ids = byApp.map(({ fieldId }) => fieldId);
    expect(ids).toEqual(expect.arrayContaining(['languages', 'countries', 'status', 'closesZone', 'flags']));
    for (const id of ['title', 'organization', 'hoursMin', 'closesDate', 'places'])
      expect(ids).not.toContain(id);
    expect(sidebar).toContainEqual({ widgetNamespace: 'app', widgetId: 'our-app' });
    expect(buildEditorInterface('opportunity')).not.toHaveProperty('sidebar');
  });

  it('says how a group is written', () => {
    const help = (id: string) => control(id)?.settings['helpText'];
    expect(help('closesDate')).toMatch(/^The last day for applications\..* The last day to apply\.$/);
    expect(help('timeZoneWindow')).toContain('Written as JSON: {"from": number, "to": number}. from: ');
    expect(help('languages')).toContain('Written as JSON: [{"language": "id", "level": "basic" or "good"');
    expect(control('updated')?.settings).toMatchObject({ format: 'dateonly' });
  });
});
