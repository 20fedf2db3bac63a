/** `publish-status.json` beside the content report: written by every command that publishes, read by editors' tools. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import { parsePublishStatus, withoutDeadWork, type PublishStatus } from '@/status/publish-status';
import { isProcessAlive } from '../build/workspace-folder';
import { reportDir } from '../report';
import { createPublisherStatus } from './publisher-status';

export const publishStatusFile = path.join(reportDir, 'publish-status.json');

/** Interval (ms) of the signs of life of a publisher. */
const beatMs = 10_000;

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

/** Writes a file so that no reader sees a part of it. Throws the system's error. */
function replaceFile(file: string, text: string, isFlushed: boolean): void {
  const partial = `${file}.${process.pid}.partial`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(partial, text, { flush: isFlushed });
  renameSync(partial, file);
}

interface StatusFileOptions {
  readonly config: Pick<Config, 'site' | 'secrets'>;
  /** The folder of the live site. */
  readonly folder: string;
  /** True for a process that goes on publishing, whose status comes before that of a single build. */
  readonly isListening?: boolean;
  readonly file?: string;
}

/**
 * Opens the status of this process, which it writes from now on. A single build writes nothing while a listening
 * process has the file. Where the status can't be written, publishing goes on without it.
 */
export function openPublisherStatus({
  config: { site, secrets },
  folder,
  isListening = false,
  file = publishStatusFile,
}: StatusFileOptions) {
  const redact = createRedactor(secrets);
  let hasSaved = false;
  const found = readFileStatus(file);
  const other = found?.process;
  const isTaken =
    !isListening &&
    other?.isListening === true &&
    other.pid !== process.pid &&
    isRunning(found as PublishStatus) === true;
  const isSame = found?.site === site.url && found.folder === folder;
  const status = createPublisherStatus({
    site: site.url,
    folder,
    process: { host: hostname(), pid: process.pid, isListening },
    before: isSame ? found : undefined,
    save: (current, isBeat) => {
      if (isTaken) return;
      hasSaved = true;
      try {
        replaceFile(file, redact(`${JSON.stringify(current, null, 2)}\n`), !isBeat);
      } catch {
        // A full disk fails the publish itself, which says so.
      }
    },
  });
  const timer = setInterval(status.beat, beatMs);
  timer.unref();
  return {
    ...status,
    /** Ends the signs of life. */
    close: () => {
      clearInterval(timer);
      // A listener that couldn't start leaves the file to the one that runs.
      if (hasSaved) status.end();
    },
  };
}
