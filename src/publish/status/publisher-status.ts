/** The status of a publisher, updated at each step. */
import type { LeftOutEntry, PublisherProcess, PublishStatus } from '@/status/publish-status';

/** The versions of entries by `type/id`. */
type Hashes = Readonly<Record<string, string>>;

export type PublisherStatus = ReturnType<typeof createPublisherStatus>;

interface PublisherStatusOptions {
  /** The address of the site. */
  readonly site: string;
  /** The folder of the live site. */
  readonly folder?: string;
  readonly process?: PublisherProcess;
  /** The status that an earlier process left for the same site. */
  readonly before: PublishStatus | undefined;
  /** Saves a status; `isBeat` if nothing but its time has changed. It must not throw. */
  readonly save: (status: PublishStatus, isBeat: boolean) => void;
  readonly now?: () => number;
}

/** Entries of which the status says when they went live: those that changed last. */
const maximumLive = 500;

/** Adds the entries that changed, and removes those that have another version now. */
function addLive(live: PublishStatus['live'], after: Hashes, before: Hashes, since: string) {
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  const added = new Map(changed.map((key) => [key, { hash: after[key] ?? '', since }]));
  const still = Object.entries(live ?? {}).filter(
    ([key, { hash }]) => !added.has(key) && after[key] === hash,
  );
  return Object.fromEntries([...still, ...added].slice(-maximumLive));
}

export function createPublisherStatus({
  site,
  folder,
  process,
  before,
  save,
  now = Date.now,
}: PublisherStatusOptions) {
  const instant = () => new Date(now()).toISOString();
  const idle = { queued: undefined, building: undefined, content: undefined };
  const first: PublishStatus = { version: 1, updated: instant(), site, leftOut: [] };
  let status: PublishStatus = { ...(before ?? first), ...idle, site, folder, process };
  const change = (changes: Partial<PublishStatus>) => {
    status = { ...status, ...changes, updated: instant() };
    save(status, Object.keys(changes).length === 0);
  };
  const done = { building: undefined, content: undefined };
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
      change({ ...done, failed: undefined, published, live });
    },
    /** The publish failed. The reason has no secrets. */
    fail: (reason: string) => {
      const at = instant();
      change({ ...done, failed: { at, content: status.content ?? at, reason } });
    },
    /** Gives a sign of life. */
    beat: () => change({}),
    /** The publisher ends: nothing waits or runs any longer. */
    end: () => change({ ...idle, process: undefined }),
  };
}
