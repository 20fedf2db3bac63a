import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countClosed,
  packCounts,
  packFinderClosings,
  readFinderCount,
  type FinderChoices,
} from './finder-counts';

const choices: FinderChoices = {
  task: ['', 'writing', 'translation', 'web'],
  lang: ['', 'en', 'fr'],
  hours: ['', '1', '2-5'],
};

const count = (packed: string, task: string, lang: string, hours: string) =>
  readFinderCount(
    packed,
    {
      task: choices.task.indexOf(task),
      lang: choices.lang.indexOf(lang),
      hours: choices.hours.indexOf(hours),
    },
    choices.lang.length,
    choices.hours.length,
  );

describe('the finder’s counts', () => {
  it('take off what has closed since the build', () => {
    const at = Date.parse('2026-11-25T12:00:00Z');
    const closing = [
      { closesAt: at, values: { task: ['translation', 'writing'], lang: ['fr', 'en'], hours: ['2-5'] } },
      { closesAt: at + 3_600_000, values: { task: ['web'], lang: [], hours: ['1', '2-5'] } },
    ];
    const packed = packFinderClosings(choices, closing);
    expect(packed).toBe('htfo0.2-1.2-1.2,htfpo.3..1-2');
    const closed = (task: number, lang: number, hours: number, now: number) =>
      countClosed(packed, { task, lang, hours }, now);
    expect(closed(0, 0, 0, at - 1)).toBe(0);
    expect(closed(0, 0, 0, at)).toBe(1);
    expect(closed(1, 2, 2, at)).toBe(1);
    expect(closed(1, 2, 1, at)).toBe(0);
    expect(closed(3, 0, 1, at + 3_600_000)).toBe(1);
    expect(closed(3, 1, 0, at + 3_600_000)).toBe(0);
    expect(countClosed('', { task: 0, lang: 0, hours: 0 }, at)).toBe(0);
  });

  it('agree with looking at each opportunity', () => {
    const some = (values: readonly string[]) => fc.subarray(values.slice(1));
    const opportunity = fc.record({
      task: some(choices.task),
      lang: some(choices.lang),
      hours: some(choices.hours),
    });
    const fits = (wanted: string, has: readonly string[]) => wanted === '' || has.includes(wanted);
    fc.assert(
      fc.property(
        fc.array(opportunity, { maxLength: 60 }),
        fc.constantFrom(...choices.task),
        fc.constantFrom(...choices.lang),
        fc.constantFrom(...choices.hours),
        (open, task, lang, hours) => {
          const found = open.filter(
            (one) => fits(task, one.task) && fits(lang, one.lang) && fits(hours, one.hours),
          );
          expect(count(packCounts(choices, open), task, lang, hours)).toBe(found.length);
        },
      ),
    );
  });
});
