import { expect, it } from 'vitest';
import { formatLiveTable } from './bench-live';

it('prints seconds, the median and the longest', () => {
  const times = [
    { queued: 500, building: 1000, live: 5000 },
    { queued: undefined, building: 1000, live: 9000 },
    { queued: 500, building: 1000, live: 6000 },
    { queued: 500, building: undefined, live: 7000 },
  ];
  expect(formatLiveTable(times)).toEqual([
    '| save    | queued | building | live |',
    '| ------- | -----: | -------: | ---: |',
    '| 1       |    0.5 |      1.0 |  5.0 |',
    '| 2       |      – |      1.0 |  9.0 |',
    '| 3       |    0.5 |      1.0 |  6.0 |',
    '| 4       |    0.5 |        – |  7.0 |',
    '| median  |        |          |  6.5 |',
    '| longest |        |          |  9.0 |',
  ]);
});
