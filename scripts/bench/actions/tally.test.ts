import { expect, test } from 'vitest';
import { pickEasiest } from './tally';

test('the easiest way has the fewest actions, then the least scrolling', () => {
  const ways = [
    { name: 'far', effort: { actions: 2, screens: 5 } },
    { name: 'near', effort: { actions: 2, screens: 1 } },
    { name: 'long', effort: { actions: 3, screens: 0 } },
  ];
  expect(pickEasiest(ways)?.name).toBe('near');
  expect(pickEasiest([])).toBeUndefined();
});
