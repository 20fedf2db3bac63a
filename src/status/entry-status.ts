/** The state of an entry on its way to the site, from what an editor's tool can observe. */
import type { BuildRecord } from './build-record';
import type { PublishStatus } from './publish-status';

/** An entry as it is saved. */
export interface SavedEntry {
  /** `opportunity/translate-leaflet` */
  readonly key: string;
  /** When it was saved, in Contentful when it was published; ISO. */
  readonly at: string;
  /** Its version (`entry-hash.ts`). */
  readonly hash: string;
  /** False for what no publish shows: a draft, an entry in review, one that is deleted or not published. */
  readonly isPublishable: boolean;
  /** The reasons for which a publish would leave it out, as far as the tool checks them. */
  readonly problems: readonly string[];
}

/** Observations of the site and of its publisher. */
export interface PublishObservation {
  /** Undefined if the site can't be reached. */
  readonly build?: BuildRecord | undefined;
  /** Without the work of a publisher that has ended (`withoutDeadWork`). Undefined if none tells what it does. */
  readonly publish?: PublishStatus | undefined;
}

export type EntryProgress =
  /** Nothing that is known publishes it. For what can't be published that is all there is to say. */
  | { readonly is: 'saved' }
  /** A publish waits, and will read it. */
  | { readonly is: 'queued'; readonly since: string }
  /** A publish runs that began to read the content after it was saved. */
  | { readonly is: 'building'; readonly since: string }
  /** The site has this version: since then, or if no publisher tells, by the build of that instant. */
  | { readonly is: 'live'; readonly since: string }
  /** The publisher was killed, or the last publish failed long ago: nothing publishes it. */
  | { readonly is: 'stopped' }
  /** A publish left it out, or failed. */
  | { readonly is: 'not-live'; readonly reasons: readonly string[] };

export type EntryStatus = EntryProgress & {
  readonly savedAt: string;
  /** True if the site has another version of it. */
  readonly isOtherLive: boolean;
};

const isAfter = (instant: string | undefined, other: string) =>
  instant !== undefined && Date.parse(instant) > Date.parse(other);

/** Returns the state of a saved entry. Only what was observed counts: a state is never guessed. */
export function entryStatus(saved: SavedEntry, observed: PublishObservation): EntryStatus {
  const live = observed.build?.entries[saved.key];
  return {
    ...findState(saved, live, observed),
    savedAt: saved.at,
    isOtherLive: live !== undefined && live !== saved.hash,
  };
}

function findState(saved: SavedEntry, live: string | undefined, observed: PublishObservation): EntryProgress {
  const { key, at, hash, isPublishable, problems } = saved;
  const { build, publish } = observed;
  if (build && live === hash) {
    const known = publish?.live?.[key];
    return { is: 'live', since: known?.hash === hash ? known.since : build.built };
  }
  // A draft waits for nothing, unless the site still has a former version.
  if (!isPublishable && (build === undefined || live === undefined)) return { is: 'saved' };
  if (isPublishable && problems.length > 0) return { is: 'not-live', reasons: problems };
  const leftOut = isPublishable ? findLeftOut(saved, publish) : undefined;
  if (leftOut) return { is: 'not-live', reasons: leftOut };
  // Another publisher may have built the site since.
  if (publish?.hasStopped && !isAfter(build?.content, publish.updated)) return { is: 'stopped' };
  if (publish?.building !== undefined && isAfter(publish.content, at))
    return { is: 'building', since: publish.building };
  if (publish?.queued !== undefined) return { is: 'queued', since: publish.queued };
  if (publish?.failed && !publish.hasStopped && isAfter(publish.failed.content, at))
    return { is: 'not-live', reasons: [publish.failed.reason] };
  return { is: 'saved' };
}

/** Returns why the last build left out exactly what is saved. */
function findLeftOut({ key, at, hash }: SavedEntry, publish: PublishStatus | undefined) {
  const found = publish?.leftOut.find(({ type, id }) => `${type}/${id}` === key);
  if (!found) return undefined;
  // A file that couldn't be read has no hash: then its time tells.
  const isThis = found.hash === undefined ? isAfter(publish?.checked, at) : found.hash === hash;
  return isThis ? found.reasons : undefined;
}
