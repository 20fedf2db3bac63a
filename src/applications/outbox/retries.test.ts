import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '@/device/storage/outbox';
import { isDue, nextAttempt } from './retries';

const tried = Date.parse('2026-11-25T12:00:00.000Z');
const second = 1000;
const hour = 3600 * second;

function entry(more: Partial<OutboxEntry>): OutboxEntry {
  return {
    id: 'a',
    state: 'unconfirmed',
    createdAt: '2026-11-25T12:00:00.000Z',
    triedAt: '2026-11-25T12:00:00.000Z',
    attempts: 1,
    about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/' },
    endpoint: 'https://f.example',
    formId: 'abc',
    payload: {},
    ...more,
  };
}

describe('nextAttempt', () => {
  it('is at once for what was never tried', () => {
    expect(nextAttempt(entry({ state: 'waiting', attempts: 0, triedAt: undefined }), tried)).toBe(tried);
  });

  it.each([
    [1, 15 * second],
    [2, 60 * second],
    [5, 2 * hour],
    [8, 24 * hour],
  ])('after %d attempts comes %d ms after the last', (attempts, pause) => {
    expect(nextAttempt(entry({ attempts }), tried + 5 * second)).toBe(tried + pause);
    expect(isDue(entry({ attempts }), tried + pause - 1)).toBe(false);
    expect(isDue(entry({ attempts }), tried + pause)).toBe(true);
  });

  it('never comes by itself after nine attempts, after the closing, or where the form has refused it for good', () => {
    const late = tried + 100 * hour;
    expect(nextAttempt(entry({ attempts: 9 }), late)).toBeUndefined();
    expect(nextAttempt(entry({ closesAt: late }), late)).toBeUndefined();
    expect(nextAttempt(entry({ state: 'refused', reason: 'inactive' }), late)).toBeUndefined();
    expect(nextAttempt(entry({ state: 'refused', reason: 'limit' }), late)).toBe(late);
  });

  it('isn’t put off by a clock that was put back', () => {
    expect(isDue(entry({ attempts: 8 }), tried - 1)).toBe(true);
  });
});
