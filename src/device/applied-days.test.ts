import { describe, expect, it } from 'vitest';
import { standingOf, toggleFollowUp } from './applied-days';
import { appliedItem } from './items.fixture';

const sent = Date.parse('2026-11-25T12:00:00Z');
const day = 86_400_000;

describe('how an application stands', () => {
  it('waits for the promised answer up to its last instant', () => {
    expect(standingOf(appliedItem(), 10, sent + 10 * day)).toEqual({ kind: 'due', at: sent + 10 * day });
    expect(standingOf(appliedItem(), 10, sent + 10 * day + 1)).toEqual({
      kind: 'overdue',
      at: sent + 10 * day,
    });
  });

  it('is answered when the visitor says so, whatever was promised', () => {
    const answeredAt = '2026-12-24T00:00:00.000Z';
    expect(standingOf(appliedItem({ answeredAt }), 10, sent + 90 * day)).toEqual({
      kind: 'answered',
      at: answeredAt,
    });
  });

  it('is open where nobody promised anything', () => {
    expect(standingOf(appliedItem(), undefined, sent + 900 * day)).toEqual({ kind: 'open' });
  });
});

describe('having written again', () => {
  it('is noted once, and taken back by the same press within 12 hours', () => {
    const noted = toggleFollowUp(appliedItem(), sent);
    expect(noted.followUps).toEqual(['2026-11-25T12:00:00.000Z']);
    expect(toggleFollowUp(noted, sent + day / 2 - 1).followUps).toEqual([]);
    expect(toggleFollowUp(noted, sent + day / 2).followUps).toHaveLength(2);
  });
});
