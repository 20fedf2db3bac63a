import { expect, test } from 'vitest';
import { formatVisits, pickEasiest } from './tally';

test('the easiest way has the fewest actions, then the least scrolling', () => {
  const ways = [
    { name: 'far', effort: { actions: 2, screens: 5 } },
    { name: 'near', effort: { actions: 2, screens: 1 } },
    { name: 'long', effort: { actions: 3, screens: 0 } },
  ];
  expect(pickEasiest(ways)?.name).toBe('near');
  expect(pickEasiest([])).toBeUndefined();
});

test('the table has a row for each step and the totals, with the screens in brackets', () => {
  const effort = (actions: number, screens = 0) => ({ actions, screens });
  const table = formatVisits([
    {
      name: 'touch, en',
      steps: {
        find: effort(3, 2),
        read: effort(1),
        apply: effort(9, 6),
        return: effort(0),
        'find the application': undefined,
        share: effort(2, 1),
      },
      sentence: effort(5),
      notes: [],
    },
  ]);
  expect(table.map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    '| step | touch, en |',
    '| ---------------------- | --------: |',
    '| 1 find | 3 (+2) |',
    '| by the sentence | 5 |',
    '| 2 read | 1 |',
    '| 3 apply | 9 (+6) |',
    '| 4 return | 0 |',
    '| 5 find the application | – |',
    '| 6 share | 2 (+1) |',
    '| in all | 15 (+9) |',
  ]);
});
