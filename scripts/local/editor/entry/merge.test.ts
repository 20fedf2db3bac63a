import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../../test/random-runs';
import type { RawFields } from '@/model/types/entry';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import { applyChange } from '../page/entry/use-entry';
import { parseFields } from './entry-problems';
import { compareVersions, type EntryMerge, type MergeSide } from './merge';

const compare = (base: RawFields | undefined, file: RawFields, form: RawFields) =>
  compareVersions('story', { base, file, form });

/** The fields that are saved, as they are read from a file. */
const merged = (form: RawFields, { fromFile, conflicts }: EntryMerge, side: MergeSide = 'form') => {
  const taken = [...fromFile, ...(side === 'file' ? conflicts : [])];
  return parseFields(formatEntryYaml('story', taken.reduce(applyChange, form))) ?? {};
};

const keys = ({ conflicts, fromFile }: EntryMerge) => ({
  conflicts: conflicts.map(({ key }) => key),
  fromFile: fromFile.map(({ key }) => key),
});

const base = {
  en: { title: 'Knots', summary: 'How to tie them.' },
  fr: { title: 'Nœuds' },
  status: 'draft',
  countries: ['FR', 'NE'],
};

/** Each run writes and reads YAML a dozen times. */
const runs = { numRuns: randomRuns(25) };

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
    });
  });

  it.each<[what: string, base: RawFields | undefined, file: RawFields, form: RawFields, found: object]>([
    [
      'tells what changed on one side from what changed on both',
      base,
      { ...base, fr: { title: 'Cordages' }, status: 'published' },
      { ...base, en: { title: 'Ropes' }, status: 'review' },
      { conflicts: ['status'], fromFile: ['fr.title'] },
    ],
    [
      'has no conflict where both changed to the same',
      base,
      { ...base, status: 'published' },
      { ...base, status: 'published' },
      {},
    ],
    [
      'takes every difference for a conflict where the base isn’t known',
      undefined,
      base,
      { ...base, fr: undefined, es: { title: 'Nudos' } },
      { conflicts: ['es.title', 'fr.title'] },
    ],
    [
      'compares what fields say, not how they are written',
      base,
      { ...base, fr: { title: 'Nœuds', summary: '' }, en: { ...base.en, task: null } },
      base,
      {},
    ],
    [
      'doesn’t heed the order of keys',
      { ...base, note: { a: 1, b: 2 } },
      { ...base, note: { b: 2, a: 1 } },
      { ...base, note: { a: 1, b: 2 } },
      {},
    ],
    [
      'heeds the order of a list',
      base,
      { ...base, countries: ['NE', 'FR'] },
      base,
      { fromFile: ['countries'] },
    ],
    [
      'sees a language that was added, and one that was removed',
      base,
      { ...base, es: { title: 'Nudos' } },
      { ...base, fr: undefined },
      { fromFile: ['es.title'] },
    ],
  ])('%s', (_what, before, file, form, found) => {
    expect(keys(compare(before, file, form))).toEqual({
      conflicts: [],
      fromFile: [],
      ...found,
    });
  });
});

describe('a merge', () => {
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
        const inConflict = new Set(merge.conflicts.map(({ key }) => key));
        const changesOf = (side: RawFields) =>
          compare(before, side, before).fromFile.filter(({ key }) => !inConflict.has(key));
        const saved = new Map(changesOf(merged(form, merge)).map(({ key, file: value }) => [key, value]));
        for (const { key, file: value } of [...changesOf(file), ...changesOf(form)])
          expect(saved.get(key)).toEqual(value);
      }),
      runs,
    );
  });
});
