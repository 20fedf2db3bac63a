import { describe, expect, it } from 'vitest';
import { createDeliveryCheck } from './delivery-check';

const minute = 60_000;
const start = Date.UTC(2030, 0, 1);

function judging(perMinute = 1_000_000) {
  let now = start;
  const judge = createDeliveryCheck({ perMinute, now: () => now });
  return { judge: (...keys: string[]) => judge({ keys, times: [] }).is, pass: (ms: number) => (now += ms) };
}

describe('deliveries', () => {
  it('are repeated for a day', () => {
    const { judge, pass } = judging();
    expect([judge('a'), judge('a')]).toEqual(['new', 'repeated']);
    pass(24 * 60 * minute - 1);
    expect(judge('a')).toBe('repeated');
    pass(1);
    expect(judge('a')).toBe('new');
  });

  it('are repeated where one of their keys is', () => {
    const { judge } = judging();
    judge('key', 'signature');
    expect([judge('key', 'other'), judge('other', 'signature'), judge('other')]).toEqual([
      'repeated',
      'repeated',
      'new',
    ]);
  });

  it('without a key are always new', () => {
    const { judge } = judging();
    expect([judge(), judge()]).toEqual(['new', 'new']);
  });

  it('are remembered up to a number, the newest', () => {
    const { judge } = judging();
    for (let number = 0; number < 10_001; number++) judge(String(number));
    expect([judge('10000'), judge('1'), judge('0')]).toEqual(['repeated', 'repeated', 'new']);
  });

  it('are too many only for a minute, and can then come again', () => {
    const { judge, pass } = judging(2);
    expect([judge('a'), judge('b'), judge('c')]).toEqual(['new', 'new', 'too many']);
    pass(minute);
    expect(judge('c')).toBe('new');
  });

  it.each([
    [10 * minute, 'new'],
    [10 * minute + 1, 'out of time'],
  ])('may name a time that is %i ms away: %s', (distance, verdict) => {
    const judge = createDeliveryCheck({ perMinute: 9, now: () => start });
    for (const time of [start - distance, start + distance])
      expect(judge({ keys: [], times: [start, time] }).is).toBe(verdict);
  });
});
