import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleRequests } from './bundle-requests';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Counts how often it began; each time takes a second. */
function counted(everyMs?: number, longestDelayMs?: number) {
  let begun = 0;
  const work = () => {
    begun += 1;
    return new Promise<undefined>((resolve) => setTimeout(resolve, 1000));
  };
  return { ...bundleRequests({ work, quietMs: 100, everyMs, longestDelayMs }), begun: () => begun };
}

describe('a burst', () => {
  it('is one', async () => {
    const { request, begun } = counted();
    for (let time = 0; time < 20; time++) {
      request();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(begun()).toBe(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun()).toBe(1);
  });

  it('begins right after the work where it came long enough before its end', async () => {
    const { request, begun } = counted();
    request();
    await vi.advanceTimersByTimeAsync(200);
    request();
    await vi.advanceTimersByTimeAsync(950);
    expect(begun()).toBe(2);
  });

  it('is waited for as long as its last request says', async () => {
    const { request, begun } = counted();
    request(10);
    request(500);
    await vi.advanceTimersByTimeAsync(490);
    expect(begun()).toBe(0);
    await vi.advanceTimersByTimeAsync(20);
    expect(begun()).toBe(1);
  });

  it('that doesn’t end doesn’t put it off for ever', async () => {
    const { request, begun } = counted(undefined, 500);
    for (let time = 0; time < 11; time++) {
      request();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(begun()).toBe(1);
  });

  it('is one more where it comes while the first is worked on', async () => {
    const { request, begun } = counted();
    request();
    await vi.advanceTimersByTimeAsync(500);
    request();
    request();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(2);
  });
});

it('says when requests wait, and when they don’t any longer', async () => {
  const said: boolean[] = [];
  const work = () => new Promise<undefined>((resolve) => setTimeout(resolve, 1000));
  const { request, stop } = bundleRequests({ work, quietMs: 100, onWaiting: (is) => said.push(is) });
  request();
  request();
  await vi.advanceTimersByTimeAsync(200);
  expect(said).toEqual([true, false]);
  request();
  const stopped = stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
  expect(said).toEqual([true, false, true, false]);
});

it('works again after the time that the work asks for', async () => {
  let begun = 0;
  const { begin, stop } = bundleRequests({
    work: async () => ((begun += 1) === 1 ? 300 : undefined),
    quietMs: 100,
  });
  begin();
  await vi.advanceTimersByTimeAsync(290);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begun).toBe(2);
  await stop();
});

describe('what nobody asks for', () => {
  it('is done all the same after a while, from the last time on', async () => {
    const { request, begun } = counted(10_000);
    await vi.advanceTimersByTimeAsync(9000);
    request();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(1);
    await vi.advanceTimersByTimeAsync(1200);
    expect(begun()).toBe(2);
  });

  it('is not done any more once it was stopped, which waits for what runs', async () => {
    const { request, begun, stop } = counted(10_000);
    request();
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
