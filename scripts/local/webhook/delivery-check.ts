/** Checks whether a webhook is new, was delivered before, is too old, or exceeds the limit per minute. */

/** The facts about a delivery. */
export interface WebhookDelivery {
  /** Values that are the same when it is delivered again; none if the caller sends no such values. */
  readonly keys: readonly string[];
  /** Times in the request (Unix ms): that of its event, and that of its signature. */
  readonly times: readonly number[];
}

export type DeliveryVerdict =
  { readonly is: 'new' | 'repeated' | 'too many' } | { readonly is: 'out of time'; readonly time: number };

/** The largest difference (ms) from this machine's time. Contentful retries within two minutes. */
export const timeTolerance = 10 * 60_000;

/** How long (ms) keys are remembered. Requests with a time are refused as too old long before. */
const day = 24 * 60 * 60_000;

/** The number of keys that are remembered, the newest ones, to limit memory. */
const maximumKeys = 10_000;

const minute = 60_000;

interface DeliveriesOptions {
  /** The number of new deliveries that are accepted in a minute. */
  readonly perMinute: number;
  readonly now?: () => number;
}

/** Creates a function that checks deliveries and remembers the new ones. */
export function createDeliveryCheck({
  perMinute,
  now = Date.now,
}: DeliveriesOptions): (delivery: WebhookDelivery) => DeliveryVerdict {
  /** The time at which each key was accepted, the oldest first. */
  const seen = new Map<string, number>();
  /** The times of the last accepted deliveries, the oldest first: at most `perMinute`. */
  const accepted: number[] = [];

  const removeOld = (at: number) => {
    for (const [key, since] of seen) {
      if (seen.size <= maximumKeys && at - since < day) break;
      seen.delete(key);
    }
  };
  return ({ keys, times }) => {
    const at = now();
    removeOld(at);
    const time = times.find((one) => Math.abs(at - one) > timeTolerance);
    if (time !== undefined) return { is: 'out of time', time };
    if (keys.some((key) => seen.has(key))) return { is: 'repeated' };
    if (accepted.length >= perMinute && at - (accepted[0] ?? 0) < minute) return { is: 'too many' };
    if (accepted.push(at) > perMinute) accepted.shift();
    for (const key of keys) seen.set(key, at);
    return { is: 'new' };
  };
}
