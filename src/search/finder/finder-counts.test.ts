import { expect, it } from 'vitest';
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

it('an opportunity counts under each of its values and under any', () => {
  const many = Array.from({ length: 40 }, () => ({
    task: ['translation'],
    lang: ['en', 'fr'],
    hours: ['2-5'],
  }));
  const counts = packCounts(choices, [
    ...many,
    { task: ['web', 'writing'], lang: ['pt'], hours: ['1', '2-5'] },
  ]);
  const count = (task: number, lang: number, hours: number) =>
    readFinderCount(counts, { task, lang, hours }, choices.lang.length, choices.hours.length);
  expect([count(0, 0, 0), count(2, 2, 2), count(2, 2, 1), count(1, 0, 1), count(3, 2, 0)]).toEqual([
    41, 40, 0, 1, 0,
  ]);
});

const at = Date.parse('2026-11-25T12:00:00Z');
const later = at + 3_600_000;
const packed = packFinderClosings(choices, [
  { closesAt: at, values: { task: ['translation', 'writing'], lang: ['fr', 'en'], hours: ['2-5'] } },
  { closesAt: later, values: { task: ['web'], lang: [], hours: ['1', '2-5'] } },
]);

it.each([
  [0, 0, 0, at - 1, 0],
  [0, 0, 0, at, 1],
  [1, 2, 2, at, 1],
  [1, 2, 1, at, 0],
  [3, 0, 1, later, 1],
  [3, 1, 0, later, 0],
])(
  'under task %i, language %i and hours %i, at %i, so many have closed: %i',
  (task, lang, hours, now, closed) => {
    expect(countClosed(packed, { task, lang, hours }, now)).toBe(closed);
  },
);

it('none has closed where none closes', () => {
  expect(countClosed('', { task: 0, lang: 0, hours: 0 }, at)).toBe(0);
});
