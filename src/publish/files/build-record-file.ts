/** `/build.json`: the code, the time and the version of each public entry that a site was built from. */
import { entryKey } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import { buildRecordPath, formatBuildRecord, type BuildRecord } from '@/status/build-record';
import type { TextFile } from './planned-files';

/** Returns the versions of the entries on the site, whose drafts and refused entries it leaves out. */
export function entryHashes({
  content,
  hashes,
}: Pick<PreparedContent, 'content' | 'hashes'>): Readonly<Record<string, string>> {
  const pairs = content.entries.map(entryKey).map((key) => [key, hashes.get(key)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Characters of the code's version, which has 64. */
const codeLength = 12;

/** Creates the file. `code` identifies the program. The same content and instant give the same bytes. */
export function createBuildRecordFile(
  prepared: Pick<PreparedContent, 'content' | 'hashes'>,
  code: string,
): TextFile {
  // Content is read after this instant.
  const now = new Date(prepared.content.now).toISOString();
  const record: BuildRecord = {
    version: 1,
    built: now,
    code: code.slice(0, codeLength),
    content: now,
    entries: entryHashes(prepared),
  };
  return { path: buildRecordPath, text: formatBuildRecord(record) };
}
