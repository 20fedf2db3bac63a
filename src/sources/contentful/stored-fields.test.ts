import { describe, expect, it } from 'vitest';
import type { ContentTypeName } from '@/model/types/entry';
import * as f from '@/model/fields/fields';
import { z } from 'zod';
import { layOutFields, listStoredFields } from './stored-fields';

const shapeOf = (type: ContentTypeName, id: string) =>
  listStoredFields(type).find((field) => field.id === id)?.shape;

describe('storedFields', () => {
  it.each([
    ['opportunity', 'places', { type: 'Integer' }],
    ['story', 'consent', { type: 'Boolean' }],
    ['opportunity', 'posted', { type: 'Date' }],
    ['opportunity', 'skills', { type: 'Object' }],
    ['opportunity', 'questions', { type: 'Array', items: { type: 'Symbol' } }],
    ['organization', 'logo', { type: 'Link', linkType: 'Asset' }],
    // An address may be longer than Contentful's short text.
    ['organization', 'website', { type: 'Text' }],
    // Chosen, not typed.
    ['settings', 'timeZone', { type: 'Symbol' }],
    ['opportunity', 'closesZone', { type: 'Symbol' }],
    // Parts of groups.
    ['opportunity', 'hoursMin', { type: 'Number' }],
    ['opportunity', 'lengthKind', { type: 'Symbol' }],
    ['opportunity', 'closesDate', { type: 'Date' }],
    ['organization', 'replyRateAnswered', { type: 'Integer' }],
    ['campaign', 'shareTextLong', { type: 'Text' }],
    ['campaign', 'filterCountry', { type: 'Array', items: { type: 'Symbol' } }],
    // The model says that it stays one field, as a list of groups does.
    ['opportunity', 'timeZoneWindow', { type: 'Object' }],
    ['opportunity', 'flags', { type: 'Array', items: { type: 'Symbol' } }],
  ] as const)('stores of type %s the field %s as %j', (type, id, shape) => {
    expect(shapeOf(type, id)).toEqual(shape);
  });
});

const idsOf = (type: ContentTypeName) => listStoredFields(type).map(({ id }) => id);

describe('a group', () => {
  it('is a field for each part instead of one', () => {
    for (const group of ['hours', 'length', 'closes']) expect(idsOf('opportunity')).not.toContain(group);
  });

  it('has required parts only where the group itself is required', () => {
    const isRequired = (id: string) =>
      listStoredFields('opportunity').find((field) => field.id === id)?.required;
    expect(['hoursMin', 'lengthKind', 'lengthWeeks', 'closesDate'].filter(isRequired)).toEqual([
      'hoursMin',
      'lengthKind',
    ]);
  });

  it('can’t have a part that is called as another field', () => {
    const group = f.group({ date: f.date() });
    const type = {
      name: 'page',
      localized: z.strictObject({}),
      shared: z.strictObject({ closes: group, closesDate: f.date() }),
    };
    expect(() => layOutFields(type)).toThrow(
      'The type “page” has two fields that Contentful would store as “closesDate”: rename one of them.',
    );
  });
});

it('flags are one checked list where a type has several, and a switch where it has one', () => {
  expect(idsOf('opportunity')).not.toContain('featured');
  expect(idsOf('page')).toContain('inFooter');
  expect(idsOf('page')).not.toContain('flags');
});
