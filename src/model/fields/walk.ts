import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import type { ContentTypeName, RawEntry, RawFields } from '../types/entry';
import { fieldMeta, unwrap, type FieldMeta } from './fields';
import { contentTypes } from '../types/types';

/** A leaf of an entry: what its field is, its value, and the dotted path to it. */
export type FieldVisitor = (meta: FieldMeta, value: unknown, path: string) => unknown;

function walk(schema: z.core.$ZodType, value: unknown, path: string, visit: FieldVisitor): unknown {
  if (value === undefined || value === null) return value;
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value
      .map((item, index) => walk(inner.element, item, `${path}.${index}`, visit))
      .filter((item) => item !== undefined);
  }
  if (inner instanceof z.ZodObject && typeof value === 'object' && !Array.isArray(value)) {
    const fields = value as RawFields;
    return Object.fromEntries(
      Object.entries(fields).flatMap(([key, field]): [string, unknown][] => {
        // A field may be called `constructor`: only the schema's own fields count.
        const child = Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined;
        const mapped = child ? walk(child, field, path ? `${path}.${key}` : key, visit) : field;
        return mapped === undefined && field !== undefined ? [] : [[key, mapped]];
      }),
    );
  }
  return inner instanceof z.ZodArray || inner instanceof z.ZodObject
    ? value
    : visit(fieldMeta(inner), value, path);
}

/**
 * The shared fields with every leaf replaced by what `visit` returns for it; undefined takes it out.
 * Values that don't have the schema's shape, and unknown fields, are passed through as they are.
 */
export function mapShared(type: ContentTypeName, shared: RawFields, visit: FieldVisitor): RawFields {
  return walk(contentTypes[type].shared, shared, '', visit) as RawFields;
}

/** Where a leaf stands in an entry: the language, none for shared fields, and the dotted path within it. */
export interface FieldPosition {
  readonly locale?: Locale;
  readonly field: string;
}

/** The entry with every leaf of every language and of the shared fields replaced, as `mapShared` does. */
export function mapEntry(
  entry: RawEntry,
  visit: (meta: FieldMeta, value: unknown, place: FieldPosition) => unknown,
): RawEntry {
  const { localized } = contentTypes[entry.type];
  return {
    ...entry,
    locales: Object.fromEntries(
      Object.entries(entry.locales).map(([key, fields]) => {
        const locale = key as Locale;
        return [
          locale,
          walk(localized, fields, '', (meta, value, field) => visit(meta, value, { locale, field })),
        ];
      }),
    ),
    shared: mapShared(entry.type, entry.shared, (meta, value, field) => visit(meta, value, { field })),
  };
}

/** A reference to another entry that stands in an entry's shared fields. */
export interface Link {
  readonly path: string;
  readonly to: string;
  readonly id: string;
}

/** Every reference in an entry, whichever state it is in. */
export function linksOf(entry: Pick<RawEntry, 'type' | 'shared'>): Link[] {
  const links: Link[] = [];
  mapShared(entry.type, entry.shared, (meta, value, path) => {
    if (meta.widget === 'reference' && typeof value === 'string')
      links.push({ path, to: meta.to ?? '', id: value });
    return value;
  });
  return links;
}

/** The ids of every picture in an entry. */
export function picturesOf(entry: Pick<RawEntry, 'type' | 'shared'>): string[] {
  const ids: string[] = [];
  mapShared(entry.type, entry.shared, (meta, value) => {
    if (meta.widget === 'media' && typeof value === 'string') ids.push(value);
    return value;
  });
  return ids;
}
