import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { holdLock, isLockHeld, withLock, type LockRequests } from './locks';

const { locks } = navigator;
const name = () => `test:${crypto.randomUUID()}`;

const refusing: LockRequests = {
  request: () => Promise.reject(new DOMException('The request was denied.', 'SecurityError')),
};
const silent: LockRequests = { request: () => new Promise<never>(() => {}) };

describe('work under a lock', () => {
  it('is done by one at a time', async () => {
    const one = name();
    const order: string[] = [];
    const work = (label: string) => async () => {
      order.push(`${label} begins`);
      await pause(20);
      order.push(`${label} ends`);
      return label;
    };
    const both = [withLock(locks, one, 1000, work('first')), withLock(locks, one, 1000, work('second'))];
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('is done without it where another tab doesn’t give it back', async () => {
    const one = name();
    const release = await holdLock(locks, one, 100);
    expect(await withLock(locks, one, 30, () => Promise.resolve('done'))).toBe('done');
    release?.();
  });

  it('passes on what went wrong in it', async () => {
    const work = () => Promise.reject(new Error('out of paper'));
    await expect(withLock(locks, name(), 100, work)).rejects.toThrow('out of paper');
    await expect(withLock(silent, name(), 100, work)).rejects.toThrow('out of paper');
  });
});

describe('a lock that is kept', () => {
  it('is had by one tab until it is given back', async () => {
    const one = name();
    const release = await holdLock(locks, one, 50);
    expect(await isLockHeld(locks, one)).toBe(true);
    expect(await holdLock(locks, one, 30)).toBeUndefined();
    release?.();
    await pause(5);
    expect(await isLockHeld(locks, one)).toBe(false);
    const again = await holdLock(locks, one, 50);
    expect(again).toBeTypeOf('function');
    again?.();
  });

  it.each([
    ['there are none', undefined],
    ['the browser refuses them', refusing],
    ['the browser never answers', silent],
  ])('counts as had where %s', async (_, manager) => {
    expect(await holdLock(manager, name(), 10)).toBeTypeOf('function');
  });
});
