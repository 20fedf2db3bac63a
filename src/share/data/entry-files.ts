/** The record of a single entry, once for all languages. */
import { recordPath } from '@/i18n/data-files';
import type { RecordsView } from '@/views/records/records';
import type { DataFile } from './data-files';

/** Generates a file for each open opportunity and each organization. */
export function* generateEntryFiles(
  records: Pick<RecordsView, 'opportunities' | 'organizations'>,
): Generator<DataFile> {
  const typed = [
    ['opportunity', records.opportunities],
    ['organization', records.organizations],
  ] as const;
  for (const [type, ofType] of typed)
    for (const record of ofType)
      yield { path: recordPath(type, record.id), text: `${JSON.stringify(record)}\n` };
}
