import { describe, expect, it } from 'vitest';
import { compareFields, compareForPush } from './compare';
import { formatValuePair } from './format-differences';
import { hashFields } from './sync-state';

describe('compareFields', () => {
  it('says on which side each value was changed', () => {
    const base = { a: '1', b: '1', c: '1', d: '1', gone: '1' };
    const files = { a: '2', b: '1', c: '2', d: '2' };
    const space = { a: '1', b: '2', c: '3', d: '2', gone: '1', new: '1' };
    expect(compareFields(base, files, space)).toEqual([
      { field: 'a', changedIn: 'files' },
      { field: 'b', changedIn: 'space' },
      { field: 'c', changedIn: 'both' },
      { field: 'gone', changedIn: 'files' },
      { field: 'new', changedIn: 'space' },
    ]);
    expect(compareFields(undefined, { a: '1' }, { a: '2' })).toEqual([{ field: 'a', changedIn: 'unknown' }]);
  });
});

describe('hashFields', () => {
  it('takes what means the same for the same', () => {
    const written = hashFields({ text: { en: 'Words\n' }, group: { en: { min: 1, max: 2 } } });
    const stored = hashFields({
      text: { en: 'Words', fr: null },
      group: { en: { max: 2, min: 1 } },
      list: { en: [] },
    });
    expect(written).toEqual(stored);
    expect(written).not.toEqual(hashFields({ text: { en: 'Words' }, group: { en: { min: 2, max: 1 } } }));
  });
});

describe('differencesForPush', () => {
  const sys = { version: 4, publishedVersion: 3, updatedAt: '2026-01-01T00:00:00.000Z' };
  const known = { seen: { fields: hashFields({ title: { en: 'Water' } }), publishedVersion: 3 } };
  const wanted = {
    fields: { title: { en: 'Water', fr: 'Eau' } },
    isPublished: true,
    isOwn: () => true,
  };

  it('counts a text as new in the files whose locale the space has got since', () => {
    const stored = { sys, fields: { title: { en: 'Water' } } };
    expect(compareForPush(wanted, stored, known)).toEqual([{ field: 'fr.title', changedIn: 'files' }]);
    const translated = { sys, fields: { title: { en: 'Water', fr: 'De l’eau' } } };
    expect(compareForPush(wanted, translated, known)).toEqual([{ field: 'fr.title', changedIn: 'both' }]);
  });

  it('asks before it publishes what was published before, where nothing is known of it', () => {
    const { publishedVersion, ...unpublished } = sys;
    const fields = wanted.fields;
    const never = { sys: unpublished, fields };
    expect(compareForPush(wanted, never, {})).toEqual([{ field: 'published', changedIn: 'files' }]);
    const once = { sys: { ...unpublished, publishedCounter: publishedVersion }, fields };
    expect(compareForPush(wanted, once, {})).toEqual([{ field: 'published', changedIn: 'unknown' }]);
  });
});

describe('shownValues', () => {
  it('shows long texts from shortly before they differ', () => {
    const same = 'x'.repeat(500);
    const [a, b] = formatValuePair(`${same} one ${same}`, `${same}\n\ntwo`);
    expect(a).toBe(`…${'x'.repeat(29)} one ${'x'.repeat(66)}…`);
    expect(b).toBe(`…${'x'.repeat(29)} two`);
    expect(formatValuePair(undefined, [{ sys: { type: 'Link', id: 'harbour-school' } }])).toEqual([
      '(empty)',
      '["harbour-school"]',
    ]);
  });
});
