/** The record of a single entry, beside each of its pages. */
import type { DataFile } from './data-files';
import type { OpenRecord } from './schemas';

/** Its file name, in the folder of the page. */
export const entryDataFile = 'data.json';

/**
 * Generates a file beside the page of each open opportunity and organization, in the languages that it is translated
 * into.
 */
export function* generateEntryFiles({
  opportunities,
  organizations,
}: {
  readonly opportunities: readonly OpenRecord[];
  readonly organizations: readonly OpenRecord[];
}): Generator<DataFile> {
  for (const record of [...opportunities, ...organizations]) {
    const text = `${JSON.stringify(record)}\n`;
    for (const { url } of Object.values(record.texts))
      yield { path: new URL(url).pathname + entryDataFile, text };
  }
}
