import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from './bundle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Counts how often it began; each time takes a second. */
function counted(everyMs?: number, atLatest?: number) {
  let begun = 0;
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => setTimeout(resolve, 1000));
  };
  return { ...bundle({ work, quietMs: 100, everyMs, atLatest }), begun: () => begun };
}

describe('a burst', () => {
  it('is one', async () => {
    const { ask, begun } = counted();
    for (let time = 0; time < 20; time++) {
      ask();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(begun()).toBe(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun()).toBe(1);
  });

  it('that doesn’t end doesn’t put it off for ever', async () => {
    const { ask, begun } = counted(undefined, 500);
    for (let time = 0; time < 11; time++) {
      ask();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(begun()).toBe(1);
  });

  it('is one more where it comes while the first is worked on', async () => {
    const { ask, begun } = counted();
    ask();
    await vi.advanceTimersByTimeAsync(500);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(2);
  });
});

describe('what nobody asks for', () => {
  it('is done all the same after a while, from the last time on', async () => {
    const { ask, begun } = counted(10_000);
    await vi.advanceTimersByTimeAsync(9000);
    ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(1);
    await vi.advanceTimersByTimeAsync(1200);
    expect(begun()).toBe(2);
  });

  it('is not done any more once it was stopped, which waits for what runs', async () => {
    const { ask, begun, stop } = counted(10_000);
    ask();
    await vi.advanceTimersByTimeAsync(200);
    let isStopped = false;
    const stopped = stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(500);
    expect(isStopped).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    await stopped;
    expect(begun()).toBe(1);
  });
});
