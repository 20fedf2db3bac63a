/** `publish-status.json`: what a publisher does at the moment, for editors. It is never a part of the site. */
import { isInstant, parseObject } from './build-record';

/** An entry that the last build left out. */
export interface LeftOutEntry {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** The version that was left out (`entry-hash.ts`); undefined if it couldn't be read. */
  readonly hash?: string;
  /** The address to edit it. */
  readonly edit?: string;
  readonly reasons: readonly string[];
}

/** A publish that failed. */
export interface FailedPublish {
  readonly at: string;
  /** The instant of the content that it read. */
  readonly content: string;
  /** Without secrets. */
  readonly reason: string;
}

/** The version of an entry that is live, and when it went live. */
export interface LiveVersion {
  readonly hash: string;
  readonly since: string;
}

/** Fields that only tools on the publisher's machine need. */
export interface PublisherProcess {
  readonly host: string;
  readonly pid: number;
  /** True if it goes on publishing. */
  readonly isListening: boolean;
}

/** Instants are ISO. */
export interface PublishStatus {
  /** It increases when the shape changes. */
  readonly version: 1;
  /** The last sign of life of the publisher. */
  readonly updated: string;
  /** The address of the site. */
  readonly site: string;
  /** A publish waits since then; it will read the newest content. */
  readonly queued?: string | undefined;
  /** A publish runs since then. */
  readonly building?: string | undefined;
  /** The instant of the content that the running publish reads: everything that was saved before is in it. */
  readonly content?: string | undefined;
  /** The last success. */
  readonly published?: string | undefined;
  /** The last publish failed; undefined after a success. */
  readonly failed?: FailedPublish | undefined;
  /** The instant of the content from which `leftOut` comes. */
  readonly checked?: string | undefined;
  readonly leftOut: readonly LeftOutEntry[];
  /** The entries that changed last on the site, by `type/id`. */
  readonly live?: Readonly<Record<string, LiveVersion>> | undefined;
  /** The folder of the live site. Only in the file, as is the process. */
  readonly folder?: string | undefined;
  readonly process?: PublisherProcess | undefined;
  /** True if nothing publishes any longer, as `withoutDeadWork` finds. Not in the file. */
  readonly hasStopped?: true;
}

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

const isText = (value: unknown): value is string => typeof value === 'string';

const isTextOrMissing = (value: unknown) => value === undefined || isText(value);

const isInstantOrMissing = (value: unknown) => value === undefined || isInstant(value);

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isLeftOut = (value: unknown): boolean => {
  const { type, id, title, hash, edit, reasons } = fieldsOf(value);
  return (
    [type, id, title].every(isText) &&
    [hash, edit].every(isTextOrMissing) &&
    Array.isArray(reasons) &&
    reasons.every(isText)
  );
};

const isFailure = (value: unknown): boolean => {
  const { at, content, reason } = fieldsOf(value);
  return [at, content].every(isInstant) && isText(reason);
};

const isLive = (value: unknown): boolean => {
  const { hash, since } = fieldsOf(value);
  return isText(hash) && isInstant(since);
};

const isProcess = (value: unknown): boolean => {
  const { host, pid, isListening } = fieldsOf(value);
  return isText(host) && typeof pid === 'number' && typeof isListening === 'boolean';
};

/** Parses a status. Returns undefined for anything else. */
export function parsePublishStatus(text: string): PublishStatus | undefined {
  const value = parseObject(text);
  if (value?.['version'] !== 1) return undefined;
  const { updated, site, queued, building, content, published, checked, leftOut } = value;
  const { failed, live, folder, process } = value;
  const isStatus =
    isInstant(updated) &&
    isText(site) &&
    isTextOrMissing(folder) &&
    [queued, building, content, published, checked].every(isInstantOrMissing) &&
    Array.isArray(leftOut) &&
    leftOut.every(isLeftOut) &&
    (failed === undefined || isFailure(failed)) &&
    Object.values(fieldsOf(live)).every(isLive) &&
    (process === undefined || isProcess(process));
  return isStatus ? (value as unknown as PublishStatus) : undefined;
}
