/** Names entries and pictures in what push and pull say. */
import { locales } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';

export interface NamedItem {
  /** `opportunity/x`, `picture/x.png` */
  readonly key: string;
  /** Undefined for a picture. */
  readonly title?: string | undefined;
}

/** Returns an entry’s title in the first of the site’s languages that it has one in. */
export function entryTitle(entry: Pick<RawEntry, 'type' | 'locales'>): string | undefined {
  const titles = locales.map((locale) => entry.locales[locale]?.[contentTypes[entry.type].title]);
  return titles.find((text) => typeof text === 'string');
}

/** Returns a name for people, then the one that `--overwrite` reads: `“Title” (opportunity/x)`. */
export function formatItemName({ key, title }: NamedItem): string {
  return title === undefined ? key : `“${title}” (${key})`;
}
