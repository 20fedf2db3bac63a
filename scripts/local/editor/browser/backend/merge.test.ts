import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawFields } from '@/model/types/entry';
import { compareVersions, mergeVersions, type EntryMerge, type MergeSide } from './merge';

const compare = (base: RawFields | undefined, file: RawFields, form: RawFields) =>
  compareVersions('story', { base, file, form });

const merged = (form: RawFields, merge: EntryMerge, side: MergeSide = 'form') =>
  mergeVersions('story', form, merge, new Map(merge.conflicts.map(({ key }) => [key, side])));

const keys = ({ conflicts, fromFile, fromForm }: EntryMerge) => ({
  conflicts: conflicts.map(({ key }) => key),
  fromFile: fromFile.map(({ key }) => key),
  fromForm: fromForm.map(({ key }) => key),
});

const base = {
  en: { title: 'Knots', summary: 'How to tie them.' },
  fr: { title: 'Nœuds' },
  status: 'draft',
  countries: ['FR', 'NE'],
};

/** Each run writes and reads YAML a dozen times. */
const runs = { numRuns: 25 };

describe('compareVersions', () => {
  it('names a field that changed on both sides, with the three values', () => {
    const file = { ...base, en: { ...base.en, title: 'Knots and ropes' } };
    const form = { ...base, en: { ...base.en, title: 'Knots for all' } };
    expect(compare(base, file, form)).toEqual({
      conflicts: [
        {
          key: 'en.title',
          name: 'title',
          locale: 'en',
          base: 'Knots',
          file: 'Knots and ropes',
          form: 'Knots for all',
        },
      ],
      fromFile: [],
      fromForm: [],
    });
  });

  it('tells what changed on one side from what changed on both', () => {
    const file = { ...base, fr: { title: 'Cordages' }, status: 'published' };
    const form = { ...base, en: { title: 'Ropes' }, status: 'review' };
    expect(keys(compare(base, file, form))).toEqual({
      conflicts: ['status'],
      fromFile: ['fr.title'],
      fromForm: ['en.title', 'en.summary'],
    });
  });

  it('has no conflict where both changed to the same', () => {
    const both = { ...base, status: 'published' };
    expect(keys(compare(base, both, both))).toEqual({ conflicts: [], fromFile: [], fromForm: [] });
  });

  it('takes every difference for a conflict where the base isn’t known', () => {
    const form = { ...base, status: 'published' };
    expect(keys(compare(undefined, base, form))).toEqual({
      conflicts: ['status'],
      fromFile: [],
      fromForm: [],
    });
    expect(keys(compare(undefined, base, base)).conflicts).toEqual([]);
  });

  it('compares what fields say, not how they are written', () => {
    const file = {
      status: 'draft',
      countries: ['FR', 'NE'],
      fr: { title: 'Nœuds', summary: '' },
      en: { ...base.en, task: null },
    };
    expect(keys(compare(base, file, base))).toEqual({ conflicts: [], fromFile: [], fromForm: [] });
    const unknown = { ...base, note: { a: 1, b: 2 } };
    expect(keys(compare(unknown, { ...base, note: { b: 2, a: 1 } }, unknown)).fromFile).toEqual([]);
    // The order of a list is what it says.
    expect(keys(compare(base, { ...base, countries: ['NE', 'FR'] }, base)).fromFile).toEqual(['countries']);
  });

  it('sees a language that was added, and one that was removed', () => {
    const { en, status, countries } = base;
    const withoutFrench = { en, status, countries };
    const file = { ...base, es: { title: 'Nudos' } };
    expect(keys(compare(base, file, withoutFrench))).toEqual({
      conflicts: [],
      fromFile: ['es.title'],
      fromForm: ['fr.title'],
    });
  });
});

describe('mergeVersions', () => {
  it('keeps what changed on one side, and takes the chosen side of a conflict', () => {
    const file = { ...base, fr: { title: 'Cordages' }, status: 'published' };
    const form = { ...base, en: { title: 'Ropes' }, status: 'review' };
    const merge = compare(base, file, form);
    const settled = { en: { title: 'Ropes' }, fr: { title: 'Cordages' }, countries: ['FR', 'NE'] };
    expect(merged(form, merge, 'form')).toEqual({ ...settled, es: {}, status: 'review' });
    expect(merged(form, merge, 'file')).toEqual({ ...settled, es: {}, status: 'published' });
  });

  it('refuses a conflict without a choice', () => {
    const merge = compare(undefined, base, { ...base, status: 'published' });
    expect(() => mergeVersions('story', base, merge, new Map())).toThrow('There is no choice for status.');
  });

  const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
  const fields = fc
    .record({ title: value, french: value, status: value, unknown: value })
    .map(({ title, french, status, unknown }) => ({ en: { title }, fr: { title: french }, status, unknown }));
  /** As it would be read from a file. */
  const read = (side: RawFields) => merged(side, compare(side, side, side));

  it('changes nothing where only one side changed', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const fromForm = compare(before, before, after);
        const fromFile = compare(before, after, before);
        expect([fromForm.conflicts, fromFile.conflicts]).toEqual([[], []]);
        expect(merged(after, fromForm)).toEqual(read(after));
        expect(merged(before, fromFile)).toEqual(read(after));
      }),
      runs,
    );
  });

  it('loses no change of either side that isn’t in conflict', () => {
    fc.assert(
      fc.property(fields, fields, fields, (before, file, form) => {
        const merge = compare(before, file, form);
        for (const side of ['file', 'form'] as const) {
          const result = compare(before, merged(form, merge, side), before).fromFile.map(({ key }) => key);
          const changed = [...merge.fromFile, ...merge.fromForm, ...merge.conflicts];
          for (const change of changed) {
            const expected = merge.fromFile.includes(change)
              ? change.file
              : merge.fromForm.includes(change)
                ? change.form
                : change[side];
            expect(result.includes(change.key)).toBe(expected !== change.base);
          }
        }
      }),
      runs,
    );
  });

  it('is the same whichever side is called the form', () => {
    fc.assert(
      fc.property(fields, fields, fields, (before, one, other) => {
        const there = merged(other, compare(before, one, other), 'file');
        const back = merged(one, compare(before, other, one), 'form');
        expect(there).toEqual(back);
      }),
      runs,
    );
  });
});
