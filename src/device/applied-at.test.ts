import { describe, expect, it } from 'vitest';
import { appliedTimes } from './applied-at';
import { parseItems } from './storage/item-store';
import { appliedItem } from './storage/items.fixture';

const read = (...items: unknown[]) => parseItems(appliedTimes, JSON.stringify(items)).items;

describe('when one applied', () => {
  it('is the latest of several applications to one opportunity, whatever their order', () => {
    const first = appliedItem({ id: 'first', appliedAt: '2026-11-01T00:00:00.000Z' });
    const followUp = appliedItem({ id: 'follow-up', appliedAt: '2026-11-20T00:00:00.000Z' });
    const expected = [{ id: 'wells', at: followUp.appliedAt }];
    expect(read(first, followUp)).toEqual(expected);
    expect(read(followUp, first)).toEqual(expected);
  });

  it('isn’t believed where it isn’t an instant', () => {
    expect(read({ opportunity: 'wells', appliedAt: 'yesterday' }, { opportunity: '<b>' }, null)).toEqual([]);
  });
});
