import { describe, expect, it } from 'vitest';
import { readAppliedTimes } from './applied-times';
import { appliedItem } from './items.fixture';

const read = (...items: readonly object[]) =>
  Object.fromEntries(readAppliedTimes(items.map((item) => ({ ...item, state: 'sent' }))));

describe('when an application was sent', () => {
  it('is the latest of several applications to one opportunity, whatever their order', () => {
    const first = appliedItem({ id: 'first', appliedAt: '2026-11-01T00:00:00.000Z' });
    const followUp = appliedItem({ id: 'follow-up', appliedAt: '2026-11-20T00:00:00.000Z' });
    const expected = { wells: { at: followUp.appliedAt, replyBy: undefined, isUnderWay: true } };
    expect(read(first, followUp)).toEqual(expected);
    expect(read(followUp, first)).toEqual(expected);
  });

  it('isn’t believed where it isn’t an instant', () => {
    expect(read({ opportunity: 'wells', appliedAt: 'yesterday' }, { opportunity: '<b>' })).toEqual({});
    expect(readAppliedTimes([null, 1]).size).toBe(0);
  });
});
