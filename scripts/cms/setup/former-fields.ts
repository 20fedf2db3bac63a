/** The fields in which former versions of this program stored what now has several, or shares, a field. Pure. */
import type { ContentTypeName } from '@/model/types/entry';
import type { FieldDefinition } from '@/sources/contentful/model/content-types';
import { isApart, namesIn } from '@/sources/contentful/flat-fields';
import { listStoredFields } from '@/sources/contentful/stored-fields';

/** The most fields of a content type (Contentful’s technical limits). */
export const maximumFields = 50;

/** The fields that came in place of former ones, by the former ones' ids: `closes` -> `closesDate`, `closesZone`. */
export function listReplacements(type: ContentTypeName): ReadonlyMap<string, readonly string[]> {
  const stored = listStoredFields(type);
  const present = new Set(stored.map(({ id }) => id));
  const replacements = new Map<string, string[]>();
  for (const field of stored.filter(isApart))
    for (const name of namesIn(field))
      if (!present.has(name)) replacements.set(name, [...(replacements.get(name) ?? []), field.id]);
  return replacements;
}

/** Hides a former field from editors. Once no entry has a value in it (`isEmpty`), it isn’t delivered either. */
function retireField(field: FieldDefinition, isEmpty: boolean): FieldDefinition {
  return { ...field, required: false, disabled: true, omitted: isEmpty };
}

/** Shows a former field, which editors fill in as long as those in its place aren’t there. */
function showField(field: FieldDefinition): FieldDefinition {
  return { ...field, disabled: false, omitted: false };
}

/** Groups fields that are of use only together: the parts of a group. */
function bundleFields(
  fields: readonly FieldDefinition[],
  replacements: ReadonlyMap<string, readonly string[]>,
): FieldDefinition[][] {
  const bundles = new Map<string, FieldDefinition[]>();
  for (const field of fields) {
    const ids = [...replacements.values()].find((names) => names.includes(field.id)) ?? [field.id];
    const key = ids.join();
    bundles.set(key, [...(bundles.get(key) ?? []), field]);
  }
  return [...bundles.values()];
}

export interface NextFields {
  readonly fields: readonly FieldDefinition[];
  /** Fields of ours for which there is no room before former ones are deleted. */
  readonly waiting: readonly string[];
}

export interface FormerFieldRules {
  /** Former fields in which no entry has a value. */
  readonly empty: ReadonlySet<string>;
  /** True if these are to be deleted. */
  readonly deletes: boolean;
  /** True if the space’s content type is published as it is. Only then it is known which fields are omitted. */
  readonly isPublished: boolean;
}

/**
 * Returns the fields that a content type gets next: ours as far as there is room, and those that only the space has.
 * Former fields are deleted once they are empty and omitted.
 */
export function chooseNextFields(
  type: ContentTypeName,
  ours: readonly FieldDefinition[],
  theirs: readonly FieldDefinition[],
  { empty, deletes, isPublished }: FormerFieldRules,
): NextFields {
  const replacements = listReplacements(type);
  const ids = new Set(ours.map(({ id }) => id));
  const inSpace = new Set(theirs.map(({ id }) => id));
  const isDeletable = ({ id, omitted }: FieldDefinition) =>
    replacements.has(id) && deletes && isPublished && omitted && empty.has(id);
  const kept = theirs.filter((field) => !ids.has(field.id) && !isDeletable(field));
  const replacing = (field: FieldDefinition) =>
    [...replacements].some(([name, fields]) => inSpace.has(name) && fields.includes(field.id));
  const missing = ours.filter(({ id }) => !inSpace.has(id));
  const bundles = bundleFields(missing, replacements);
  const [first, last] = [
    bundles.filter((one) => one.some(replacing)),
    bundles.filter((one) => !one.some(replacing)),
  ];
  const chosen = new Set(ours.flatMap(({ id }) => (inSpace.has(id) ? [id] : [])));
  const add = (bundle: readonly FieldDefinition[]) => {
    if (kept.length + chosen.size + bundle.length > maximumFields) return false;
    for (const { id } of bundle) chosen.add(id);
    return true;
  };
  // Replacements of former fields make room later, so they come before anything that takes room for good.
  if (first.map(add).every(Boolean)) last.forEach(add);
  const adapted = kept.map((field) => {
    const names = replacements.get(field.id);
    if (!names) return field;
    const isEmpty = empty.has(field.id);
    // With an empty one deleted there may be room for others.
    const isRetired = names.every((id) => chosen.has(id)) || (deletes && isEmpty);
    return isRetired ? retireField(field, isEmpty) : showField(field);
  });
  return {
    fields: [...ours.filter(({ id }) => chosen.has(id)), ...adapted],
    waiting: missing.flatMap(({ id }) => (chosen.has(id) ? [] : [id])),
  };
}
