/** The record of a single entry, beside each of its pages. */
import type { RecordsView } from '@/views/records/records-view';
import type { DataFile } from './data-files';

/** Its file name, in the folder of the page. */
export const entryDataFile = 'data.json';

/**
 * Generates a file beside the page of each open opportunity and organization, in the languages that it is translated
 * into.
 */
export function* generateEntryFiles({
  opportunities,
  organizations,
}: Pick<RecordsView, 'opportunities' | 'organizations'>): Generator<DataFile> {
  for (const record of [...opportunities, ...organizations]) {
    const text = `${JSON.stringify(record)}\n`;
    for (const { url } of Object.values(record.texts))
      yield { path: new URL(url).pathname + entryDataFile, text };
  }
}
