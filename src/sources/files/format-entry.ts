/** Formats an entry as a file below the content folder. */
import path from 'node:path';
import type { RawEntry } from '@/model/types/entry';
import { pruneFields } from '@/model/fields/prune';
import { contentTypes } from '@/model/types/types';
import { mapShared } from '@/model/fields/walk';
import { pictureAddress } from './media';
import { formatEntryYaml } from './format-yaml';

/** Returns the path of an entry's file below the content folder: `opportunities/x.yml`. */
export function entryFilePath({ type, id }: Pick<RawEntry, 'type' | 'id'>): string {
  return path.join(contentTypes[type].folder, `${id}.yml`);
}

/** Formats the content of an entry's file. Reading it returns the same entry. */
export function formatEntry(entry: Pick<RawEntry, 'type' | 'locales' | 'shared'>): string {
  const { type, locales } = entry;
  const { shared } = mapShared(
    { type, shared: pruneFields(entry.shared) },
    (_meta, value) => (typeof value === 'string' ? pictureAddress(value) : value),
    'media',
  );
  return formatEntryYaml(type, { ...locales, ...shared });
}
