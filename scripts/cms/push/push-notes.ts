/** Says what of the content folder can't be in a space, and what to do. Pure. */
import { entryId } from '@/model/fields/fields';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { picturePath } from '@/sources/files/media';
import { getContentType, type SpaceContent } from '../space-content';

/** Describes ids that an entry can’t have in the space. */
export function findFaults(entries: readonly RawEntry[], space: SpaceContent): string[] {
  const first = new Map<string, RawEntry>();
  const faults: string[] = [];
  for (const entry of entries) {
    const other = first.get(entry.id);
    if (other) {
      faults.push(
        `${other.origin.label} and ${entry.origin.label} have the same id; a space has each id once`,
      );
    }
    first.set(entry.id, entry);
    const stored = space.entries.get(entry.id);
    if (stored && getContentType(stored) !== entry.type) {
      faults.push(
        `${entry.origin.label} has the id of an entry of type ${stored.sys.contentType.sys.id} in the space`,
      );
    }
  }
  return faults;
}

/** True for a picture that a space can have: its name is the asset's id there. */
export const canBeAsset = (id: string) => entryId.safeParse(id).success;

/** Says which pictures no space can have, and why. */
export function describeUnusablePictures(ids: readonly string[]): string[] {
  return ids
    .filter((id) => !canBeAsset(id))
    .map(
      (id) =>
        `the picture ${picturePath(id)}: its name, with the folder, is its id in Contentful, which has 1 to 64 of A–Z a–z 0–9 . _ -. Rename it, and the links to it.`,
    );
}

/** Describes the texts and fields that a space can't store, and that a pull wouldn't bring back. */
export function describeLosses({ type, locales, shared, origin }: RawEntry, space: SpaceContent): string[] {
  const known = contentTypes[type];
  const languages = Object.keys(locales).filter(
    (locale) => !space.locales.locales.some((one) => one === locale),
  );
  const unknown = [
    ...Object.keys(shared).filter((key) => !Object.hasOwn(known.shared.shape, key)),
    ...Object.entries(locales).flatMap(([locale, fields]) =>
      Object.keys(fields)
        .filter((key) => !Object.hasOwn(known.localized.shape, key))
        .map((key) => `${locale}.${key}`),
    ),
  ];
  return [
    ...languages.map((locale) => `${origin.label}: its text in ${locale}, which the space has no locale for`),
    ...unknown.map((field) => `${origin.label}: the field ${field}, which the model doesn’t have`),
  ];
}
