/** Hashes of the values that a row gives, by which a later import knows what was changed in the sheet. */
import { locales } from '@/i18n/locales';
import { sourceHash } from '@/model/translation-age';
import type { RawEntry } from '@/model/types/entry';

/** The fields of an entry by their places: `fr.title`, `hours`. */
export type FieldPlaces = ReadonlyMap<string, unknown>;

/** Fields that aren't compared: they say something about the entry rather than the row. */
const notCompared = new Set(['provenance', 'updated', 'status', 'originalLanguage']);

/** Lists an entry's fields by their places. */
export function listPlaces({ locales: byLocale, shared }: Pick<RawEntry, 'locales' | 'shared'>): FieldPlaces {
  const texts = locales.flatMap((locale) =>
    Object.entries(byLocale[locale] ?? {}).map(([name, value]) => [`${locale}.${name}`, value] as const),
  );
  return new Map([...texts, ...Object.entries(shared)].filter(([, value]) => value !== undefined));
}

/** Hashes what a row says, by place. `status` is the row's own. */
export function hashRow(
  entry: Pick<RawEntry, 'locales' | 'shared'>,
  computed: ReadonlySet<string>,
  ownStatus: string | undefined,
): Record<string, string> {
  const said = [...listPlaces(entry)].filter(([place]) => !notCompared.has(place) && !computed.has(place));
  return Object.fromEntries(
    [...said, ...(ownStatus === undefined ? [] : [['status', ownStatus] as const])].map(([place, value]) => [
      place,
      sourceHash(value),
    ]),
  );
}
