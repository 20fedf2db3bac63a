/** `publish-status.json` beside the content report: written by every command that publishes, read by editors' tools. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import {
  parsePublishStatus,
  withoutDeadWork,
  type LeftOutEntry,
  type PublishStatus,
} from '@/status/publish-status';
import { isProcessAlive } from '../build/build-workspace';
import { reportDir } from '../report';

export const publishStatusFile = path.join(reportDir, 'publish-status.json');

/** Interval (ms) of the signs of life of a publisher. */
const beatMs = 10_000;

/** Entries of which the status says when they went live: those that changed last. */
const maximumLive = 500;

/** The versions of entries by `type/id`. */
type Hashes = Readonly<Record<string, string>>;

/** Tells whether a process of this machine runs; undefined for another machine's. */
const isRunning = ({ process: publisher }: PublishStatus): boolean | undefined =>
  publisher?.host === hostname() ? isProcessAlive(publisher.pid) : undefined;

function readFileStatus(file: string): PublishStatus | undefined {
  try {
    return parsePublishStatus(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads the status, without the work of a publisher that has ended. Undefined if there is none. */
export function readPublishStatus(file = publishStatusFile, now = Date.now()): PublishStatus | undefined {
  const status = readFileStatus(file);
  return status && withoutDeadWork(status, isRunning(status) === false ? Infinity : now);
}

/** Adds the entries that changed, and removes those that have another version now. */
function addLive(live: PublishStatus['live'], after: Hashes, before: Hashes, since: string) {
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  const added = new Map(changed.map((key) => [key, { hash: after[key] ?? '', since }]));
  const still = Object.entries(live ?? {}).filter(
    ([key, { hash }]) => !added.has(key) && after[key] === hash,
  );
  return Object.fromEntries([...still, ...added].slice(-maximumLive));
}

export type PublisherStatus = ReturnType<typeof openPublisherStatus>;

interface PublisherStatusOptions {
  readonly config: Pick<Config, 'site' | 'secrets'>;
  /** The folder of the live site. */
  readonly folder: string;
  /** True for a process that goes on publishing, whose status comes before that of a single build. */
  readonly isListening?: boolean;
  readonly file?: string;
}

/**
 * Opens the status of this process, which it writes at each step from now on. A single build writes nothing while a
 * listening process has the file. Where the status can't be written, publishing goes on without it.
 */
export function openPublisherStatus({
  config: { site, secrets },
  folder,
  isListening = false,
  file = publishStatusFile,
}: PublisherStatusOptions) {
  const redact = createRedactor(secrets);
  const instant = () => new Date().toISOString();
  const found = readFileStatus(file);
  const isTaken =
    !isListening &&
    found?.process?.isListening === true &&
    found.process.pid !== process.pid &&
    isRunning(found) === true;
  const notBuilding = { building: undefined, content: undefined };
  const idle = { queued: undefined, ...notBuilding };
  let status: PublishStatus = {
    ...(found?.site === site.url && found.folder === folder ? found : { leftOut: [] }),
    version: 1,
    updated: instant(),
    site: site.url,
    folder,
    process: { host: hostname(), pid: process.pid, isListening },
    ...idle,
  };
  let hasSaved = false;
  /** Saves the changed status; without changes it is a sign of life. No reader sees a part of it. */
  const change = (changes: Partial<PublishStatus>) => {
    status = { ...status, ...changes, updated: instant() };
    if (isTaken) return;
    hasSaved = true;
    const partial = `${file}.${process.pid}.partial`;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const text = redact(`${JSON.stringify(status, null, 2)}\n`);
      writeFileSync(partial, text, { flush: Object.keys(changes).length > 0 });
      renameSync(partial, file);
    } catch {
      // A full disk fails the publish itself, which says so.
    }
  };
  const beating = setInterval(() => change({}), beatMs);
  beating.unref();
  return {
    current: () => status,
    /** A publish waits, or none does any longer. */
    setQueued: (isQueued: boolean) => change({ queued: isQueued ? (status.queued ?? instant()) : undefined }),
    /** A publish begins, or still does. It reads the content after this call. */
    begin: () => change({ building: status.building ?? instant(), content: instant() }),
    /** The content was read and checked. */
    setLeftOut: (leftOut: readonly LeftOutEntry[]) => change({ leftOut, checked: status.content }),
    /** The site is live, with these versions after those: undefined if there was none. */
    succeed: (after: Hashes, former: Hashes | undefined) => {
      const published = instant();
      const live = former ? addLive(status.live, after, former, published) : {};
      change({ ...notBuilding, failed: undefined, published, live });
    },
    /** The publish failed. */
    fail: (reason: string) => {
      const at = instant();
      change({ ...notBuilding, failed: { at, content: status.content ?? at, reason: redact(reason) } });
    },
    /** The publisher ends: nothing waits or runs any longer. A listener that couldn't start leaves the file to the one that runs. */
    close: () => {
      clearInterval(beating);
      if (hasSaved) change({ ...idle, process: undefined });
    },
  };
}
