/** Notices that a sheet or its mapping was changed on disk while it is reviewed. */
import { stat } from 'node:fs/promises';
import { mappingPath } from '@scripts/cms/import/find-mapping';

async function stampOf(file: string): Promise<string> {
  return stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs}/${size}/${ino}`,
    () => 'missing',
  );
}

/** Returns a text that changes when one of the files does. */
export async function stampFiles(sheet: string, mapping: string | undefined): Promise<string> {
  return (await Promise.all([sheet, mapping ?? mappingPath(sheet)].map(stampOf))).join(' ');
}
