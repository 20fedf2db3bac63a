/** Tells a webhook that is new from one that was delivered before, is too old, or is one too many. */

/** What is known of a delivery. */
export interface WebhookDelivery {
  /** What is the same when it comes again; none where the caller sends nothing of the kind. */
  readonly keys: readonly string[];
  /** Times that it names (Unix ms): of its event, and of its signature. */
  readonly times: readonly number[];
}

export type DeliveryVerdict =
  { readonly is: 'new' | 'repeated' | 'too many' } | { readonly is: 'out of time'; readonly time: number };

/** How far a time may be from the one here (ms). Contentful tries again within two minutes. */
export const tolerance = 10 * 60_000;

/** A key is remembered for so long (ms), though it would be out of time long before where it comes with a time. */
const day = 24 * 60 * 60_000;

/** As many keys are remembered, the newest, so that the memory that they take has a limit. */
const mostKeys = 10_000;

const minute = 60_000;

export interface DeliveriesOptions {
  /** New ones that are accepted in a minute. */
  readonly perMinute: number;
  readonly now?: () => number;
}

/** Judges one delivery after another; those that were new are remembered. */
export function deliveries({
  perMinute,
  now = Date.now,
}: DeliveriesOptions): (delivery: WebhookDelivery) => DeliveryVerdict {
  /** When each was accepted, the oldest first. */
  const seen = new Map<string, number>();
  /** When the last of them were accepted, the oldest first: at most `perMinute`. */
  const accepted: number[] = [];

  const forget = (at: number) => {
    for (const [key, since] of seen) {
      if (seen.size <= mostKeys && at - since < day) break;
      seen.delete(key);
    }
  };
  return ({ keys, times }) => {
    const at = now();
    forget(at);
    const time = times.find((one) => Math.abs(at - one) > tolerance);
    if (time !== undefined) return { is: 'out of time', time };
    if (keys.some((key) => seen.has(key))) return { is: 'repeated' };
    if (accepted.length >= perMinute && at - (accepted[0] ?? 0) < minute) return { is: 'too many' };
    if (accepted.push(at) > perMinute) accepted.shift();
    for (const key of keys) seen.set(key, at);
    return { is: 'new' };
  };
}
