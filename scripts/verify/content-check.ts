/** Compares the entries on a deployed site with the content that is configured here: is anything newer waiting? */
import type { Config } from '@/config/config';
import { formatCount, formatDuration } from '@/model/format-count';
import { OperatorError } from '@/model/operator-error';
import { entryHashes } from '@/publish/files/build-record-file';
import { assembleContent, gatherContent, withoutPictures } from '@/site/prepare/prepare';
import { buildRecordPath, parseBuildRecord } from '@/status/build-record';
import { createFindingList, type CheckResult } from './check-result';
import { requestPath, type VerifyContext } from './context';

/** The version of each entry that a build would publish now, by `type/id`. */
export type VersionHashes = Readonly<Record<string, string>>;

/** Reads the versions from the configured source; resolves to undefined if none is configured. */
export type ReadVersions = () => Promise<VersionHashes | undefined>;

/** Reads the content as a build does, without its pictures. Rejects with an `OperatorError`. */
export async function readConfiguredVersions(config: Config): Promise<VersionHashes | undefined> {
  if (!config.content.isSourceSet) return undefined;
  const gathered = await gatherContent(config, () => undefined);
  return entryHashes(assembleContent(gathered, withoutPictures(gathered)));
}

/** Describes the entries that differ: `story/x (changed)`. */
function findDifferences(live: VersionHashes, present: VersionHashes): string[] {
  const keys = [...new Set([...Object.keys(live), ...Object.keys(present)])].toSorted();
  return keys.flatMap((key) => {
    const [before, after] = [live[key], present[key]];
    if (before === after) return [];
    return `${key} (${before === undefined ? 'new' : after === undefined ? 'gone' : 'changed'})`;
  });
}

/** The number of entries that are named. */
const mostNamed = 5;

/** Warns if the site lacks what is published in the content, says since when, and names the first entries. */
export async function compareContent(
  context: VerifyContext,
  readVersions: ReadVersions,
): Promise<CheckResult> {
  const found = createFindingList();
  const finish = (summary: string) => found.result('Content', summary);
  let present: VersionHashes | undefined;
  try {
    present = await readVersions();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    found.warn(
      [`The content can’t be read from here: ${error.message}`, error.hint].filter(Boolean).join(' '),
    );
    return finish('not compared');
  }
  if (!present) return finish('not compared: none is configured here');
  const response = await requestPath(context, buildRecordPath);
  const record = response.status === 200 ? parseBuildRecord(response.body.toString()) : undefined;
  if (!record) {
    found.warn(
      `${buildRecordPath} is missing, or isn’t what a build writes. Publish again with this version of the program.`,
    );
    return finish('not compared');
  }
  const differences = findDifferences(record.entries, present);
  const age = formatDuration(context.now - Date.parse(record.content));
  if (differences.length > 0) {
    const more = differences.length - mostNamed;
    const named = differences.slice(0, mostNamed).join(', ');
    found.warn(
      `The site is older than the content: it was read ${age} ago, and ${formatCount(differences.length, 'entry differs', 'entries differ')}: ` +
        `${named}${more > 0 ? `, and ${more} more` : ''}. Publish, or see why the last publish failed or didn’t begin.`,
    );
  }
  return finish(`${formatCount(Object.keys(present).length, 'entry', 'entries')}, read ${age} ago`);
}
