/** Says whether the site has the open entry as it is published in Contentful. */
import { useEffect, useRef, useState } from 'react';
import type { EntrySys, SidebarSdk } from '@contentful/app-sdk';
import { entryKey, type RawEntry } from '@/model/types/entry';
import { buildRecordPath, parseBuildRecord } from '@/status/build-record';
import { hashPublished } from '@/status/entry-hash';
import { entryStatus, type EntryStatus, type PublishObservation } from '@/status/entry-status';
import { follow, type Follower } from '@/status/follow.client';
import { formatStatus } from '@/status/format-status';
import { parsePublishStatus, silenceMs, withoutWork, type PublishStatus } from '@/status/publish-status';
import { useWords } from '@scripts/forms/ui/words';
import type { AppSettings } from '../settings';
import type { ShownFinding } from './findings';

/** The most (ms) that passes between two questions: while something goes on, and else. */
const longestWaits = { busy: 5000, idle: 60_000 };

/** A site that answers later (ms) counts as one that can’t be reached. */
const patience = 10_000;

/** Resolves to undefined where nothing answers, and to an empty text where the answer isn't the file. */
async function fetchText(address: string, token?: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
      ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    });
    if (response.status >= 500) return undefined;
    return response.ok ? await response.text() : '';
  } catch {
    return undefined;
  }
}

/**
 * Asks the site, and the publisher if its address is known. What can’t be reached is left out. A publisher whose address doesn’t
 * answer for a minute, while the site does, has stopped; clocks of both machines may differ.
 */
function createObserver({ siteUrl, statusUrl, statusToken }: AppSettings): () => Promise<PublishObservation> {
  let answeredAt = Date.now();
  let last: PublishStatus | undefined;
  return async () => {
    const [site, publisher] = await Promise.all([
      siteUrl === undefined ? '' : fetchText(new URL(buildRecordPath, siteUrl).href),
      statusUrl === undefined ? '' : fetchText(statusUrl, statusToken),
    ]);
    const build = parseBuildRecord(site ?? '');
    if (publisher !== undefined) {
      answeredAt = Date.now();
      last = parsePublishStatus(publisher);
    } else if (build && Date.now() - answeredAt > silenceMs) {
      const updated = new Date(answeredAt).toISOString();
      last = withoutWork(last ?? { version: 1, updated, site: siteUrl ?? '', leftOut: [] });
    }
    return { build, publish: last };
  };
}

/** The state of an entry in Contentful. */
interface KnownEntry {
  readonly sys: EntrySys;
  readonly entry: Pick<RawEntry, 'type' | 'shared'>;
  /** The findings of the checks in the form. */
  readonly blocking: readonly string[];
}

/** True if the entry was changed after it was published. A publication itself is a version too. */
const hasUnpublishedChanges = ({ version, publishedVersion }: EntrySys): boolean =>
  publishedVersion !== undefined && version > publishedVersion + 1;

/** Returns the state of the published version; of an entry that isn’t published, that it is saved. */
function findStatus({ sys, entry, blocking }: KnownEntry, observed: PublishObservation): EntryStatus {
  const { id, publishedVersion, publishedAt, updatedAt } = sys;
  const { status } = entry.shared;
  return entryStatus(
    {
      key: entryKey({ type: entry.type, id }),
      at: publishedAt ?? updatedAt,
      hash: publishedVersion === undefined ? '' : hashPublished(id, publishedVersion),
      isPublishable: publishedVersion !== undefined && status !== 'draft' && status !== 'review',
      // The form’s findings are about the changes, not about what is published.
      problems: hasUnpublishedChanges(sys) ? [] : blocking,
    },
    observed,
  );
}

interface PublicationProps {
  readonly sdk: SidebarSdk;
  readonly entry: RawEntry;
  readonly findings: readonly ShownFinding[];
}

const isBusy = ({ is }: EntryStatus) => is === 'queued' || is === 'building';

/** Keeps what was observed up to date while the form is visible. */
function useObservation(settings: AppSettings, isWaiting: (observed: PublishObservation) => boolean) {
  const [observed, setObserved] = useState<PublishObservation>({});
  const follower = useRef<Follower>(undefined);
  const latest = useRef({ observed, isWaiting });
  latest.current = { observed, isWaiting };
  useEffect(() => {
    const observe = createObserver(settings);
    const own = follow(
      async () => {
        const next = await observe();
        const isNew = JSON.stringify(next) !== JSON.stringify(latest.current.observed);
        if (isNew) setObserved(next);
        return isNew;
      },
      () => (latest.current.isWaiting(latest.current.observed) ? longestWaits.busy : longestWaits.idle),
    );
    follower.current = own;
    return own.stop;
  }, [settings]);
  return { observed, refresh: () => follower.current?.refresh() };
}

export function Publication({ sdk, entry, findings }: PublicationProps) {
  const { t } = useWords();
  const settings = sdk.parameters.installation as AppSettings;
  const [sys, setSys] = useState(() => sdk.entry.getSys());
  const blocking = findings.filter(({ severity }) => severity === 'blocks').map(({ text }) => text);
  const statusOf = (observation: PublishObservation) => findStatus({ sys, entry, blocking }, observation);
  // An entry that was just published will soon be live, even if no publisher tells of its work.
  const { observed, refresh } = useObservation(settings, (observation) => {
    const status = statusOf(observation);
    const age = Date.now() - Date.parse(status.savedAt);
    return isBusy(status) || (status.is === 'saved' && age < 3_600_000);
  });
  useEffect(
    () =>
      sdk.entry.onSysChanged((next) => {
        setSys(next);
        refresh();
      }),
    // The function that asks again is always the same one.
    [sdk],
  );
  const status = statusOf(observed);
  const { line, reasons } = formatStatus(t, status);
  return (
    <section aria-label={t('Publication')} className="publication" data-state={status.is}>
      <p role="status">{line}</p>
      {/* Findings of the checks in the form stand below. */}
      {reasons
        .filter((reason) => !blocking.includes(reason))
        .map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      {sys.publishedVersion === undefined && (
        <p>{t('Not published: press Publish to bring it to the site.')}</p>
      )}
      {hasUnpublishedChanges(sys) && <p>{t('Changes after that aren’t published yet.')}</p>}
    </section>
  );
}
