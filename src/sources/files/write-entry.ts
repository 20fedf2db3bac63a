/** An entry as a file below the content folder. */
import path from 'node:path';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { pruneFields } from '@/model/fields/prune';
import { contentTypes } from '@/model/types/types';
import { mapShared } from '@/model/fields/walk';
import { addressOf } from './media';
import { writeYaml } from './write-yaml';

/** The file of an entry below the content folder: `opportunities/x.yml`. */
export function entryFile({ type, id }: Pick<RawEntry, 'type' | 'id'>): string {
  return path.join(contentTypes[type].folder, `${id}.yml`);
}

/** What the file of an entry holds. Reading it gives the entry again. */
export function writeEntry({ type, locales, shared }: Pick<RawEntry, 'type' | 'locales' | 'shared'>): string {
  const withAddresses: RawFields = mapShared(type, pruneFields(shared), ({ widget }, value) =>
    widget === 'media' && typeof value === 'string' ? addressOf(value) : value,
  );
  return writeYaml(type, { ...locales, ...withAddresses });
}
