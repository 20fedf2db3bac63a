/** The states of entries in files, compared with the record of the last build into `dist`. */
import type { EntryStateLookup } from '@/pipeline/preview/preview';
import { readPublishRecord } from '@/publish/targets/published-site';
import { resolveTarget } from '@/publish/targets/prepare-target';
import { indexByKey, recordPublish } from '@/report/publish-record';

/** The folder that a build goes to, unless it is told another. */
const defaultTarget = 'dist';

/** Without a build of this source to compare with, everything counts as live: a note on every page would only disturb. */
export async function readEntryStates(source: string): Promise<EntryStateLookup> {
  const record = await readPublishRecord(await resolveTarget(defaultTarget));
  if (record?.source !== source) return () => 'live';
  const known = indexByKey(record);
  return (entry) => {
    const before = known.get(`${entry.type}/${entry.id}`);
    if (!before) return 'new';
    const [now] = recordPublish([entry], source, 0).entries;
    return JSON.stringify(sorted(before.fields)) === JSON.stringify(sorted(now?.fields ?? {}))
      ? 'live'
      : 'changed';
  };
}

const sorted = (fields: Readonly<Record<string, string>>) => Object.entries(fields).toSorted();
