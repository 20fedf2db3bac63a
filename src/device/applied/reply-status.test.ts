import { describe, expect, it } from 'vitest';
import { addReplyReport, replyStatusAt, availableReport } from './reply-status';
import { appliedItem } from '../storage/items.fixture';

const sent = Date.parse('2026-11-25T12:00:00Z');
const day = 86_400_000;
const due = sent + 10 * day;
const promised = { replyBy: new Date(due).toISOString() };
const answeredAt = '2026-12-24T00:00:00.000Z';

describe('how an application stands', () => {
  it.each([
    ['waits for the promised answer up to its last instant', promised, 10 * day, { kind: 'due', at: due }],
    ['is overdue after it', promised, 10 * day + 1, { kind: 'overdue', at: due }],
    [
      'is answered when the visitor says so',
      { ...promised, answeredAt },
      90 * day,
      { kind: 'answered', at: answeredAt },
    ],
    ['is open if no reply was promised', {}, 900 * day, { kind: 'open' }],
  ])('%s', (_name, item, later, status) => {
    expect(replyStatusAt(appliedItem(item), sent + later)).toEqual(status);
  });
});

describe('what the editors may be told', () => {
  const telling = (item: ReturnType<typeof appliedItem>, days: number) => {
    const now = sent + days * day + 1;
    return availableReport(item, replyStatusAt(item, now), now);
  };

  it('is asked once the promised day is over, or a fortnight where none was promised', () => {
    expect(telling(appliedItem(promised), 9)).toBeUndefined();
    expect(telling(appliedItem(promised), 10)).toBe('ask');
    expect(telling(appliedItem(), 13)).toBeUndefined();
    expect(telling(appliedItem(), 14)).toBe('ask');
  });

  it('is that an answer came, as soon as the visitor has noted it', () => {
    expect(telling(appliedItem({ answeredAt: '2026-11-26T00:00:00.000Z' }), 1)).toBe('tell');
  });

  it('is asked for once; an answer that comes later can be told then', () => {
    const now = sent + 20 * day;
    const no = addReplyReport(appliedItem(promised), 'no', now, () => 'one');
    expect(telling(no, 21)).toBeUndefined();
    expect(telling({ ...no, answeredAt: '2026-12-20T00:00:00.000Z' }, 30)).toBe('tell');
    const yes = addReplyReport(no, 'yes', now + day, () => 'another');
    expect(yes).toMatchObject({ told: { id: 'one', said: 'yes' }, answeredAt: '2026-12-16T12:00:00.000Z' });
    expect(telling(yes, 40)).toBeUndefined();
  });
});
