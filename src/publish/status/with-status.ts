/** Publishes, and tells those who wait for it how that goes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@/config/config';
import type { PreparedContent } from '@/site/prepare/prepare';
import { buildRecordPath, parseBuildRecord, type BuildRecord } from '@/status/build-record';
import { isInterrupted } from '@/terminal/interrupt';
import { describeFailure } from '../failure';
import { entryHashes } from '../files/build-record-file';
import { findLeftOut } from './left-out';
import { openPublisherStatus, type PublisherStatus } from './publisher-status';

/** Called when the content was read and checked, whether it is published or not. */
export type WhenChecked = (prepared: PreparedContent) => void;

interface StatusOptions {
  readonly config: Pick<Config, 'site' | 'secrets'>;
  /** The folder of the live site. */
  readonly folder: string;
  /** The status of a publisher that goes on; by default one for this publish alone. */
  readonly status?: PublisherStatus | undefined;
}

/** Reads the record of a built site; undefined if it has none. */
export async function readBuildRecord(folder: string): Promise<BuildRecord | undefined> {
  const text = await readFile(path.join(folder, buildRecordPath), 'utf8').catch(() => '');
  return parseBuildRecord(text);
}

/** Runs `work`, which publishes, and writes its status. Rejects as it does. */
export async function withPublishStatus<Result extends { readonly prepared: PreparedContent }>(
  { config, folder, status: given }: StatusOptions,
  work: (whenChecked: WhenChecked) => Promise<Result>,
): Promise<Result> {
  const status = given ?? openPublisherStatus({ config, folder });
  status.begin();
  try {
    const before = await readBuildRecord(folder);
    const result = await work((prepared) => status.setLeftOut(findLeftOut(prepared)));
    status.succeed(entryHashes(result.prepared), before?.entries);
    return result;
  } catch (error) {
    if (!isInterrupted()) status.fail(describeFailure(error));
    throw error;
  } finally {
    if (!given) status.close();
  }
}
