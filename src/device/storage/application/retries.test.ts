import { describe, expect, it } from 'vitest';
import { outboxEntry } from '../items.fixture';
import type { OutboxEntry } from './outbox-entry';
import { isDue, nextAttemptAt } from './retries';

const tried = Date.parse('2026-11-25T12:00:00.000Z');
const second = 1000;
const hour = 3600 * second;

const entry = (more: Partial<OutboxEntry>) => outboxEntry({ reason: 'timeout', ...more });

describe('nextAttemptAt', () => {
  it('is at once for what was never tried', () => {
    expect(nextAttemptAt(entry({ state: 'waiting', attempts: 0, triedAt: undefined }), tried)).toBe(tried);
  });

  it.each([
    [0, 15 * second],
    [1, 60 * second],
    [4, 2 * hour],
    [7, 24 * hour],
    [40, 24 * hour],
  ])('after %d automatic attempts comes %d ms after the last', (automatic, pause) => {
    const one = entry({ attempts: automatic + 1, automatic });
    expect(nextAttemptAt(one, tried + 5 * second)).toBe(tried + pause);
    expect(isDue(one, tried + pause - 1)).toBe(false);
    expect(isDue(one, tried + pause)).toBe(true);
  });

  it('isn’t put off by attempts that a person asked for', () => {
    expect(nextAttemptAt(entry({ attempts: 20, automatic: 0 }), tried)).toBe(tried + 15 * second);
  });

  it('comes until seven days after the closing', () => {
    const closesAt = tried + hour;
    const late = tried + 100 * hour;
    expect(nextAttemptAt(entry({ closesAt }), late)).toBe(late);
    expect(nextAttemptAt(entry({ closesAt }), closesAt + 168 * hour - 1)).toBeDefined();
    expect(nextAttemptAt(entry({ closesAt }), closesAt + 168 * hour)).toBeUndefined();
  });

  it('comes until thirty days after Send where there is no closing date', () => {
    expect(nextAttemptAt(entry({}), tried + 720 * hour - 1)).toBeDefined();
    expect(nextAttemptAt(entry({}), tried + 720 * hour)).toBeUndefined();
    // Written for the first time, and changed and sent again ten days later.
    const pressedAt = '2026-12-05T12:00:00.000Z';
    expect(nextAttemptAt(entry({ pressedAt }), tried + 720 * hour)).toBeDefined();
  });

  it('comes once at least, however wrong a clock was', () => {
    const never = entry({ state: 'waiting', attempts: 0, triedAt: undefined, closesAt: 0 });
    expect(isDue(never, tried + 2000 * hour)).toBe(true);
  });

  it('never comes where the form has refused it for good', () => {
    const late = tried + 100 * hour;
    expect(nextAttemptAt(entry({ state: 'refused', reason: 'inactive' }), late)).toBeUndefined();
    expect(nextAttemptAt(entry({ reason: 'limit' }), late)).toBe(late);
  });

  it('waits as long as the service asks', () => {
    const retryAt = '2026-11-25T13:00:00.000Z';
    expect(nextAttemptAt(entry({ retryAt }), tried)).toBe(tried + hour);
    expect(nextAttemptAt(entry({ retryAt, automatic: 4 }), tried)).toBe(tried + 2 * hour);
    // As where a clock that was years ahead was put right.
    expect(nextAttemptAt(entry({ retryAt: '2036-11-25T13:00:00.000Z' }), tried)).toBe(tried + 15 * second);
  });

  it('isn’t put off by a clock that was put back', () => {
    expect(isDue(entry({ attempts: 8, automatic: 7 }), tried - 1)).toBe(true);
  });
});
