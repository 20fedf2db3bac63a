import { describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
import { listStoredFields } from './stored-fields';

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
    expect(shapeOf('opportunity', 'featured')).toEqual({ type: 'Boolean' });
    expect(shapeOf('opportunity', 'posted')).toEqual({ type: 'Date' });
    expect(shapeOf('opportunity', 'hours')).toEqual({ type: 'Object' });
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
