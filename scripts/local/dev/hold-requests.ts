/** Keeps requests and changes of what they read apart. */
import type { ServerResponse } from 'node:http';

interface RequestHold {
  /** Resolves when a request may be worked on: at once, or after the change that is going on. */
  readonly enter: (response: ServerResponse) => Promise<void>;
  /** Runs a task while no request is worked on: those under way end first, new ones wait. One task at a time. */
  readonly alone: (task: () => Promise<void>) => Promise<void>;
}

/**
 * Lets requests through until a change begins. Astro remembers the paths that it has worked out, and forgets them when the content changes; what a
 * request that began before the change works out after it, it would remember for good.
 */
export function createRequestHold(): RequestHold {
  let change: Promise<void> | undefined;
  let underWay = 0;
  let whenIdle: () => void = () => undefined;
  return {
    enter: async (response) => {
      while (change) await change;
      // Given up while it waited: its end has been told already, and would never be counted.
      if (response.closed) return;
      underWay++;
      response.once('close', () => {
        underWay--;
        if (underWay === 0) whenIdle();
      });
    },
    alone: async (task) => {
      const idle = new Promise<void>((resolve) => {
        whenIdle = resolve;
        if (underWay === 0) resolve();
      });
      change = idle.then(task).finally(() => (change = undefined));
      await change;
    },
  };
}
