import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchContent } from './watch-content';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Watches a text, once a second. */
function watched({ lookTakes = 0 } = {}) {
  const state = { text: 'a', fails: false, looks: 0, changes: [] as number[] };
  const watch = watchContent({
    everyMs: 1000,
    mark: async () => {
      state.looks += 1;
      const { text, fails } = state;
      if (lookTakes > 0) await new Promise((resolve) => setTimeout(resolve, lookTakes));
      if (fails) throw new Error('no connection');
      return text;
    },
    onChange: (next) => state.changes.push(next),
  });
  return { watch, state };
}

describe('the content', () => {
  it('is what the publish that begins now reads, and has changed once when it differs then', async () => {
    const { watch, state } = watched();
    await watch.update();
    await vi.advanceTimersByTimeAsync(5000);
    state.text = 'b';
    await watch.update();
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.changes).toEqual([]);
    state.text = 'c';
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.changes).toEqual([1000]);
    watch.stop();
  });

  it('counts as changed where it could never be looked at before', async () => {
    const { watch, state } = watched();
    state.fails = true;
    await watch.update();
    await vi.advanceTimersByTimeAsync(2500);
    expect(state.changes).toEqual([]);
    state.fails = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.changes).toHaveLength(1);
    watch.stop();
  });

  it('that changed while a publish began isn’t taken for what that publish reads', async () => {
    const { watch, state } = watched({ lookTakes: 100 });
    const updated = watch.update();
    await vi.advanceTimersByTimeAsync(100);
    await updated;
    // A look is under way when the next publish begins.
    await vi.advanceTimersByTimeAsync(950);
    state.text = 'b';
    const again = watch.update();
    await vi.advanceTimersByTimeAsync(100);
    await again;
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.changes).toEqual([]);
    watch.stop();
  });

  it('is looked at less often where that takes long, and not at all once it is stopped', async () => {
    const { watch, state } = watched({ lookTakes: 500 });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(state.looks).toBeLessThanOrEqual(5);
    watch.stop();
    const { looks } = state;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.looks).toBe(looks);
  });
});
