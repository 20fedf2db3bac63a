import { setImmediate } from 'node:timers/promises';

/**
 * Goes through thousands of items whose work is synchronous, since awaiting each would take several times as long. Gives other
 * tasks a turn after every so many of them, such as the signal that ends the build. Rejects with the reason of `signal`.
 */
export async function* inTurns<Item>(
  items: Iterable<Item>,
  perTurn = 100,
  signal?: AbortSignal,
): AsyncGenerator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ % perTurn === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    yield item;
  }
}
