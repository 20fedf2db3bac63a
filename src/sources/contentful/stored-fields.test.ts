import { describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
import * as f from '@/model/fields/fields';
import { z } from 'zod';
import { layOutFields, listModelFields, listStoredFields } from './stored-fields';

const shapeOf = (type: (typeof contentTypeNames)[number], id: string) =>
  listStoredFields(type).find((field) => field.id === id)?.shape;

describe('storedFields', () => {
  it.each(contentTypeNames)('gives %s fields that Contentful can hold', (type) => {
    const ids = listStoredFields(type).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(50);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/);
  });

  it('stores each kind of field in the fitting type', () => {
    expect(shapeOf('opportunity', 'title')).toEqual({ type: 'Symbol' });
    expect(shapeOf('opportunity', 'task')).toEqual({ type: 'Text' });
    expect(shapeOf('opportunity', 'places')).toEqual({ type: 'Integer' });
    expect(shapeOf('story', 'consent')).toEqual({ type: 'Boolean' });
    expect(shapeOf('opportunity', 'posted')).toEqual({ type: 'Date' });
    expect(shapeOf('opportunity', 'skills')).toEqual({ type: 'Object' });
    expect(shapeOf('opportunity', 'questions')).toEqual({ type: 'Array', items: { type: 'Symbol' } });
    expect(shapeOf('opportunity', 'organization')).toEqual({
      type: 'Link',
      linkType: 'Entry',
      to: 'organization',
    });
    expect(shapeOf('organization', 'logo')).toEqual({ type: 'Link', linkType: 'Asset' });
    expect(shapeOf('campaign', 'opportunities')).toEqual({
      type: 'Array',
      items: { type: 'Link', linkType: 'Entry', to: 'opportunity' },
    });
    // An address may be longer than Contentful's short text.
    expect(shapeOf('organization', 'website')).toEqual({ type: 'Text' });
  });
});

const idsOf = (type: (typeof contentTypeNames)[number]) => listStoredFields(type).map(({ id }) => id);

describe('a group', () => {
  it('is a field for each part, named after both', () => {
    expect(shapeOf('opportunity', 'hoursMin')).toEqual({ type: 'Number' });
    expect(shapeOf('opportunity', 'hoursMax')).toEqual({ type: 'Number' });
    expect(shapeOf('opportunity', 'lengthKind')).toEqual({ type: 'Symbol' });
    expect(shapeOf('opportunity', 'lengthWeeks')).toEqual({ type: 'Number' });
    expect(shapeOf('opportunity', 'closesDate')).toEqual({ type: 'Date' });
    expect(shapeOf('opportunity', 'closesZone')).toEqual({ type: 'Symbol' });
    expect(shapeOf('organization', 'replyRateAnswered')).toEqual({ type: 'Integer' });
    expect(shapeOf('campaign', 'shareTextLong')).toEqual({ type: 'Text' });
    expect(shapeOf('campaign', 'filterCountry')).toEqual({ type: 'Array', items: { type: 'Symbol' } });
    for (const group of ['hours', 'length', 'closes']) expect(idsOf('opportunity')).not.toContain(group);
  });

  it('has required parts only where the group itself is required', () => {
    const isRequired = (id: string) =>
      listStoredFields('opportunity').find((field) => field.id === id)?.required;
    expect(['hoursMin', 'lengthKind', 'lengthWeeks', 'closesDate', 'closesZone'].map(isRequired)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('stays one field where the model says so, as a list of groups does', () => {
    expect(shapeOf('opportunity', 'timeZoneWindow')).toEqual({ type: 'Object' });
    expect(shapeOf('opportunity', 'languages')).toEqual({ type: 'Object' });
  });

  it('can’t have a part that is called as another field', () => {
    const group = f.group(['Closes', 'The last day.'], { date: f.date(['Day', 'A day.']) });
    const type = {
      name: 'page',
      localized: z.strictObject({}),
      shared: z.strictObject({ closes: group, closesDate: f.date(['Day', 'A day.']) }),
    };
    expect(() => layOutFields(type)).toThrow(
      'The type “page” has two fields that Contentful would store as “closesDate”: rename one of them.',
    );
  });
});

describe('flags', () => {
  it('are one checked list where a type has several, and a switch where it has one', () => {
    expect(shapeOf('opportunity', 'flags')).toEqual({ type: 'Array', items: { type: 'Symbol' } });
    expect(idsOf('opportunity')).not.toContain('featured');
    expect(idsOf('page')).toContain('inFooter');
    expect(idsOf('page')).not.toContain('flags');
  });
});

describe('the fields of the model', () => {
  it('fit into a content type, which has at most 50', () => {
    expect(listModelFields('opportunity').length).toBeGreaterThan(idsOf('opportunity').length);
    expect(idsOf('opportunity').length).toBeLessThanOrEqual(50);
  });
});
