import type { ContentTypeName } from '@/model/types/entry';
import { SourceError } from '@/sources/source';
import { contentTypeOf, defaultCode, type Resource, type Space } from '../space';

/** The entries of a type, in order of their ids. Throws a `SourceError` where there are fewer than `least`. */
export function ofType(space: Space, type: ContentTypeName, least = 1): Resource[] {
  const entries = space.entries.filter((entry) => contentTypeOf(entry) === type);
  if (entries.length < least) {
    throw new SourceError(
      `This fault needs ${least} published entries of type ${type}, and there are ${entries.length}.`,
      'Serve a folder that has them, or choose another fault.',
    );
  }
  return entries;
}

/** The space with one entry changed. */
export function withEntry(space: Space, entry: Resource, change: (entry: Resource) => Resource): Space {
  return { ...space, entries: space.entries.map((other) => (other === entry ? change(other) : other)) };
}

/** The space with the first entry of a type changed. */
export function withFirst(space: Space, type: ContentTypeName, change: (entry: Resource) => Resource): Space {
  return ofType(space, type)
    .slice(0, 1)
    .reduce((changed, entry) => withEntry(changed, entry, change), space);
}

/** The entry with a shared field's value set. */
export function setShared(space: Space, entry: Resource, field: string, value: unknown): Resource {
  return { ...entry, fields: { ...entry.fields, [field]: { [defaultCode(space)]: value } } };
}

/** The entry with a localized field changed in every locale that has it. */
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
