/** `publish-status.json`: what a publisher does at the moment, for editors. It is never a part of the site. */
import { z } from 'zod';
import { instant, parseRecord } from './build-record';

/** An entry that the last build left out. */
const leftOutEntry = z.object({
  type: z.string(),
  id: z.string(),
  title: z.string(),
  /** The version that was left out (`entry-hash.ts`); undefined if it couldn't be read. */
  hash: z.string().optional(),
  /** The address to edit it. */
  edit: z.string().optional(),
  reasons: z.array(z.string()).readonly(),
});

const publishStatus = z.object({
  /** It increases when the shape changes. */
  version: z.literal(1),
  /** The last sign of life of the publisher. */
  updated: instant,
  /** The address of the site. */
  site: z.string(),
  /** A publish waits since then; it will read the newest content. */
  queued: instant.optional(),
  /** A publish runs since then. */
  building: instant.optional(),
  /** The instant of the content that the running publish reads: everything that was saved before is in it. */
  content: instant.optional(),
  /** The last success. */
  published: instant.optional(),
  /** The last publish failed; undefined after a success. `content` is that which it read, and the reason has no secrets. */
  failed: z.object({ at: instant, content: instant, reason: z.string() }).readonly().optional(),
  /** The instant of the content from which `leftOut` comes. */
  checked: instant.optional(),
  leftOut: z.array(leftOutEntry.readonly()).readonly(),
  /** The entries that changed last on the site, by `type/id`: the version that is live, and since when. */
  live: z
    .record(z.string(), z.object({ hash: z.string(), since: instant }).readonly())
    .readonly()
    .optional(),
  /** The folder of the live site. Only in the file, as is the process. */
  folder: z.string().optional(),
  /** `isListening` is true if it goes on publishing. */
  process: z.object({ host: z.string(), pid: z.number(), isListening: z.boolean() }).readonly().optional(),
});

export type LeftOutEntry = Readonly<z.infer<typeof leftOutEntry>>;
export type PublishStatus = Readonly<z.infer<typeof publishStatus>> & {
  /** True if nothing publishes any longer, as `withoutDeadWork` finds. Not in the file. */
  readonly hasStopped?: true;
};

/** Returns what other machines may know. */
export const withoutProcess = (status: PublishStatus): PublishStatus => ({
  ...status,
  folder: undefined,
  process: undefined,
});

/** A publisher that gave no sign of life for so long (ms) has ended. */
export const silenceMs = 60_000;

/** A publish that failed is followed by another one within this time (ms) where one is made each day. */
const failureMs = 26 * 60 * 60 * 1000;

/**
 * Removes what a publisher that has ended no longer does. One that didn't say so was killed: nothing publishes any longer, and
 * neither does anything where a failure is older than a day. `now` is in ms.
 */
export function withoutDeadWork(status: PublishStatus, now: number): PublishStatus {
  const { updated, process, queued, building, failed } = status;
  const wasCutOff = [process, queued, building].some((one) => one !== undefined);
  const longest = wasCutOff ? silenceMs : failed ? failureMs : Infinity;
  const silence = now - Date.parse(updated);
  return silence > longest ? withoutWork(status) : status;
}

/** The status of a publisher that has stopped. */
export const withoutWork = (status: PublishStatus): PublishStatus => ({
  ...status,
  queued: undefined,
  building: undefined,
  content: undefined,
  hasStopped: true,
});

/** Parses a status; returns undefined for anything else. */
export const parsePublishStatus = (text: string): PublishStatus | undefined =>
  parseRecord(publishStatus, text);
