/** The record of an entry alone, beside each of its pages. */
import type { DataFile } from './pack';
import type { OpportunityRecord, OrganizationRecord } from './schemas';

/** Its name, in the folder of the page. */
export const entryFile = 'data.json';

/** A file beside the page of each open opportunity and organization, in the languages that it is translated into. */
export function* entryFiles({
  opportunities,
  organizations,
}: {
  readonly opportunities: readonly OpportunityRecord[];
  readonly organizations: readonly OrganizationRecord[];
}): Generator<DataFile> {
  for (const record of [...opportunities, ...organizations]) {
    const text = `${JSON.stringify(record)}\n`;
    for (const { url } of Object.values(record.texts))
      yield { path: new URL(url).pathname + entryFile, text };
  }
}
