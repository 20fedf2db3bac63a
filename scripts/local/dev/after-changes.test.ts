import { afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { afterChanges } from './after-changes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('afterChanges', () => {
  it('runs once for changes that come together', async () => {
    let runs = 0;
    const changed = afterChanges(async () => void runs++);
    changed();
    await vi.advanceTimersByTimeAsync(60);
    changed();
    await vi.advanceTimersByTimeAsync(60);
    expect(runs).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toBe(1);
  });

  it('runs once more for what changed while it ran, and never twice at a time', async () => {
    const ends: (() => void)[] = [];
    const changed = afterChanges(() => new Promise((resolve) => ends.push(resolve)));
    for (let change = 0; change < 3; change++) {
      changed();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(ends).toHaveLength(2);
  });
});
