import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleRequests, type RequestBundle } from './bundle-requests';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Bundles requests of work that takes a second, counts how often it began, and records when requests wait. */
function counted(options: { readonly everyMs?: number; readonly longestDelayMs?: number } = {}) {
  let begun = 0;
  const waiting: boolean[] = [];
  const work = () => {
    begun += 1;
    return new Promise<undefined>((resolve) => setTimeout(resolve, 1000));
  };
  const onWaiting = (is: boolean) => waiting.push(is);
  return {
    ...bundleRequests({ work, quietMs: 100, onWaiting, ...options }),
    waiting,
    begun: () => begun,
  };
}

type Step =
  readonly ['request', quietMs?: number] | readonly ['pass', ms: number] | readonly ['begun', number];

/** Requests so often, so many milliseconds apart. */
const burst = (times: number, apart: number): readonly Step[] =>
  Array.from({ length: times }, (): readonly Step[] => [['request'], ['pass', apart]]).flat();

describe('requests', () => {
  it.each<[what: string, steps: readonly Step[], options?: Parameters<typeof counted>[0]]>([
    ['of a burst begin the work once', [...burst(20, 50), ['begun', 0], ['pass', 5000], ['begun', 1]]],
    [
      'that came long enough before the end of the work begin it right after it',
      [['request'], ['pass', 200], ['request'], ['pass', 950], ['begun', 2]],
    ],
    [
      'are waited for as long as the last one says',
      [
        ['request', 10],
        ['request', 500],
        ['pass', 490],
        ['begun', 0],
        ['pass', 20],
        ['begun', 1],
      ],
    ],
    [
      'that don’t end don’t put the work off for ever',
      [...burst(11, 50), ['begun', 1]],
      { longestDelayMs: 500 },
    ],
    [
      'during the work begin it once more',
      [['request'], ['pass', 500], ['request'], ['request'], ['pass', 10_000], ['begun', 2]],
    ],
    [
      'aren’t needed after a while, which counts from the last time on',
      [['pass', 9000], ['request'], ['pass', 10_000], ['begun', 1], ['pass', 1200], ['begun', 2]],
      { everyMs: 10_000 },
    ],
  ])('%s', async (_what, steps, options) => {
    const bundle: RequestBundle & { begun: () => number } = counted(options);
    for (const [what, value] of steps) {
      if (what === 'request') bundle.request(value);
      else if (what === 'pass') await vi.advanceTimersByTimeAsync(value);
      else expect(bundle.begun()).toBe(value);
    }
  });
});

it('says when requests wait, and when they don’t any longer', async () => {
  const { request, stop, waiting } = counted();
  request();
  request();
  await vi.advanceTimersByTimeAsync(200);
  expect(waiting).toEqual([true, false]);
  request();
  const stopped = stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
  expect(waiting).toEqual([true, false, true, false]);
});

it('works again after the time that the work asks for', async () => {
  const work = vi
    .fn<() => Promise<number | undefined>>()
    .mockResolvedValueOnce(300)
    .mockResolvedValue(undefined);
  const { begin, stop } = bundleRequests({ work, quietMs: 100 });
  begin();
  await vi.advanceTimersByTimeAsync(290);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
  await stop();
});

it('does nothing any more once it was stopped, which waits for what runs', async () => {
  const { request, begun, stop } = counted({ everyMs: 10_000 });
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
