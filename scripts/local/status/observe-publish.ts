/** Observes the site and its publisher for tools on this machine. */
import { hostname } from 'node:os';
import { readPublishStatus } from '@/publish/status/publisher-status';
import { readBuildRecord } from '@/publish/status/with-status';
import { buildRecordPath, parseBuildRecord, type BuildRecord } from '@/status/build-record';
import type { PublishObservation } from '@/status/entry-status';

/** Observes it now. Never rejects: what can't be reached is left out. */
export type ObservePublish = () => Promise<PublishObservation>;

interface ObserverOptions {
  /** The address of the site; undefined for that of the last publisher, whichever site that was. */
  readonly siteUrl: string | undefined;
  /** The publisher's status; `publish-status.json` beside the report by default. */
  readonly statusFile?: string | undefined;
}

/** A page waits at most so long (ms) for an answer of the site. */
const patienceMs = 3000;

/** Within this time (ms) the site is not asked again. */
const restMs = 1500;

async function fetchRecord(site: string): Promise<BuildRecord | undefined> {
  try {
    const response = await fetch(new URL(buildRecordPath, site), {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok ? parseBuildRecord(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

const isSameAddress = (one: string, other: string) =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;

/** Opens an observer. Of a publisher that listens on this machine it reads the live site's folder, else it asks the site. */
export function observePublishes({ siteUrl, statusFile }: ObserverOptions): ObservePublish {
  let last:
    | { readonly site: string; readonly at: number; readonly answer: Promise<BuildRecord | undefined> }
    | undefined;
  const ask = (site: string) => {
    if (last?.site !== site || performance.now() - last.at > restMs)
      last = { site, at: performance.now(), answer: fetchRecord(site) };
    return last.answer;
  };
  return async () => {
    const found = readPublishStatus(statusFile);
    const site = siteUrl ?? found?.site;
    // The publisher of another site knows nothing of this one.
    const publish = found && site !== undefined && isSameAddress(found.site, site) ? found : undefined;
    // A build that isn't followed by others may still be on its way to a host.
    const isLive = publish?.process?.isListening === true && publish.process.host === hostname();
    const local = isLive && publish.folder !== undefined ? await readBuildRecord(publish.folder) : undefined;
    return { publish, build: local ?? (site === undefined ? undefined : await ask(site)) };
  };
}
