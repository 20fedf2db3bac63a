import type { ContentTypeName } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import { readContentType, findDefaultCode, type Resource, type Space } from '../space';

/** Finds the entries of a type, sorted by id. Throws an `OperatorError` if there are fewer than `minimum`. */
export function findEntriesOfType(space: Space, type: ContentTypeName, minimum = 1): Resource[] {
  const entries = space.entries.filter((entry) => readContentType(entry) === type);
  if (entries.length < minimum) {
    throw new OperatorError(
      `This fault needs ${minimum} published entries of type ${type}, and there are ${entries.length}.`,
      'Serve a folder that has them, or choose another fault.',
    );
  }
  return entries;
}

/** Returns the space with one entry changed. */
export function changeEntry(space: Space, entry: Resource, change: (entry: Resource) => Resource): Space {
  return { ...space, entries: space.entries.map((other) => (other === entry ? change(other) : other)) };
}

/** Returns the space with the first entry of a type changed. */
export function changeFirst(
  space: Space,
  type: ContentTypeName,
  change: (entry: Resource) => Resource,
): Space {
  return findEntriesOfType(space, type)
    .slice(0, 1)
    .reduce((changed, entry) => changeEntry(changed, entry, change), space);
}

/** Returns the entry with another value of a shared field. */
export function setShared(space: Space, entry: Resource, field: string, value: unknown): Resource {
  return { ...entry, fields: { ...entry.fields, [field]: { [findDefaultCode(space)]: value } } };
}

/** Returns the entry with a localized field changed in every locale that has it. */
export function mapLocalized(entry: Resource, field: string, change: (value: unknown) => unknown): Resource {
  const values = Object.entries(entry.fields[field] ?? {});
  return {
    ...entry,
    fields: {
      ...entry.fields,
      [field]: Object.fromEntries(values.map(([code, value]) => [code, change(value)])),
    },
  };
}
