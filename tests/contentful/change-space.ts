/** For faults of content: finds the entries of a space that are published, and changes them. */
import { OperatorError } from '@/model/operator-error';
import type { ContentTypeName } from '@/model/types/entry';
import type { ExportedContent } from '../../packages/contentful-local/server.ts';
import type { BuiltSpace } from './build-space';
import type { LocaleSetting } from './locale-settings';

/** A fault of the content. */
export interface ContentFault {
  /** The description for `--help`. */
  readonly description: string;
  readonly locales?: (settings: readonly LocaleSetting[]) => readonly LocaleSetting[];
  readonly space?: (space: BuiltSpace) => BuiltSpace;
}

export const findDefaultCode = ({ locales }: BuiltSpace) => locales[0]?.code ?? '';

/** Finds the published entries of a type, sorted by id. Throws an `OperatorError` if there are fewer than `minimum`. */
export function findEntriesOfType(space: BuiltSpace, type: ContentTypeName, minimum = 1): ExportedContent[] {
  const entries = space.entries
    .filter(({ sys }) => sys.contentType?.sys.id === type && sys.publishedVersion !== undefined)
    .toSorted((a, b) => (a.sys.id < b.sys.id ? -1 : 1));
  if (entries.length < minimum) {
    throw new OperatorError(
      `This fault needs ${minimum} published entries of type ${type}, and there are ${entries.length}.`,
      'Serve a folder that has them, or choose another fault.',
    );
  }
  return entries;
}

type Change = (entry: ExportedContent) => ExportedContent;

/** Returns the space with one entry changed. */
export function changeEntry(space: BuiltSpace, { sys: { id } }: ExportedContent, change: Change): BuiltSpace {
  return { ...space, entries: space.entries.map((entry) => (entry.sys.id === id ? change(entry) : entry)) };
}

/** Returns the space with the first entry of a type changed. */
export function changeFirst(space: BuiltSpace, type: ContentTypeName, change: Change): BuiltSpace {
  return findEntriesOfType(space, type)
    .slice(0, 1)
    .reduce((changed, entry) => changeEntry(changed, entry, change), space);
}

/** Returns the space without the first published entry of a type. */
export function removeFirst(space: BuiltSpace, type: ContentTypeName): BuiltSpace {
  const [first] = findEntriesOfType(space, type);
  return { ...space, entries: space.entries.filter((entry) => entry !== first) };
}

/** Returns the entry with another value of a shared field. */
export function setShared(
  space: BuiltSpace,
  entry: ExportedContent,
  field: string,
  value: unknown,
): ExportedContent {
  return { ...entry, fields: { ...entry.fields, [field]: { [findDefaultCode(space)]: value } } };
}

/** Returns the values of a shared field that is a list. */
export function readShared(
  space: BuiltSpace,
  { fields }: ExportedContent,
  field: string,
): readonly unknown[] {
  const value = fields[field]?.[findDefaultCode(space)];
  return Array.isArray(value) ? value : [];
}
