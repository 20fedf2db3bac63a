import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { cacheByObject } from '../cache-by-object';
import type { ContentTypeName, RawEntry, RawFields } from '../types/entry';
import { fieldMeta, unwrap, type FieldMeta, type Widget } from './fields';
import { contentTypes } from '../types/types';

/** A leaf of an entry: what its field is, its value, and the dotted path to it. */
export type FieldVisitor = (meta: FieldMeta, value: unknown, path: string) => unknown;

/** How the values of a schema are walked. */
type Plan = {
  /** The widgets of all leaves. */
  readonly widgets: ReadonlySet<Widget>;
} & (
  | { readonly kind: 'list'; readonly element: z.core.$ZodType }
  | { readonly kind: 'group'; readonly shape: Readonly<Record<string, z.core.$ZodType>> }
  | { readonly kind: 'leaf'; readonly meta: FieldMeta }
);

/** Remembered, since finding it takes longer than walking, and builds walk each entry several times. */
const planOf = cacheByObject((schema: z.core.$ZodType): Plan => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    return { kind: 'list', element: inner.element, widgets: planOf(inner.element).widgets };
  }
  if (inner instanceof z.ZodObject) {
    const parts = Object.values<z.core.$ZodType>(inner.shape).map((part) => planOf(part).widgets);
    return { kind: 'group', shape: inner.shape, widgets: new Set(parts.flatMap((widgets) => [...widgets])) };
  }
  const meta = fieldMeta(inner);
  return { kind: 'leaf', meta, widgets: new Set([meta.widget]) };
});

/** Visits the leaves of a widget, or all. */
interface Visit {
  readonly visit: FieldVisitor;
  readonly only: Widget | undefined;
}

/** Returns the value itself where no leaf of it has changed. */
function walk(schema: z.core.$ZodType, value: unknown, path: string, visit: Visit): unknown {
  if (value === undefined || value === null) return value;
  const plan = planOf(schema);
  if (visit.only !== undefined && !plan.widgets.has(visit.only)) return value;
  switch (plan.kind) {
    case 'leaf':
      return visit.visit(plan.meta, value, path);
    case 'list':
      return Array.isArray(value) ? walkList(plan.element, value, path, visit) : value;
    case 'group':
      return typeof value === 'object' && !Array.isArray(value)
        ? walkGroup(plan.shape, value as RawFields, path, visit)
        : value;
  }
}

function walkList(
  element: z.core.$ZodType,
  items: readonly unknown[],
  path: string,
  visit: Visit,
): readonly unknown[] {
  const mapped = items
    .map((item, index) => walk(element, item, `${path}.${index}`, visit))
    .filter((item) => item !== undefined);
  const isSame =
    mapped.length === items.length && mapped.every((item, index) => Object.is(item, items[index]));
  return isSame ? items : mapped;
}

function walkGroup(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  fields: RawFields,
  path: string,
  visit: Visit,
): RawFields {
  const pairs: [string, unknown][] = [];
  let isSame = true;
  for (const [key, field] of Object.entries(fields)) {
    // A field may be called `constructor`: only the schema's own fields count.
    const child = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const mapped = child ? walk(child, field, path ? `${path}.${key}` : key, visit) : field;
    if (!Object.is(mapped, field)) isSame = false;
    if (mapped !== undefined || field === undefined) pairs.push([key, mapped]);
  }
  return isSame ? fields : Object.fromEntries(pairs);
}

/**
 * The shared fields with every leaf replaced by what `visit` returns for it; undefined takes it out.
 * Values that don't have the schema's shape, unknown fields, and groups in which nothing changes are passed through as
 * they are. With `only`, the leaves of that widget alone are visited, which takes less time.
 */
export function mapShared(
  type: ContentTypeName,
  shared: RawFields,
  visit: FieldVisitor,
  only?: Widget,
): RawFields {
  return walk(contentTypes[type].shared, shared, '', { visit, only }) as RawFields;
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
  only?: Widget,
): RawEntry {
  const { localized } = contentTypes[entry.type];
  return {
    ...entry,
    locales: Object.fromEntries(
      Object.entries(entry.locales).map(([key, fields]) => {
        const locale = key as Locale;
        return [
          locale,
          walk(localized, fields, '', {
            visit: (meta, value, field) => visit(meta, value, { locale, field }),
            only,
          }),
        ];
      }),
    ),
    shared: mapShared(entry.type, entry.shared, (meta, value, field) => visit(meta, value, { field }), only),
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
  const visit: FieldVisitor = (meta, value, path) => {
    if (typeof value === 'string') links.push({ path, to: meta.to ?? '', id: value });
    return value;
  };
  mapShared(entry.type, entry.shared, visit, 'reference');
  return links;
}

/** The ids of every picture in an entry. */
export function picturesOf(entry: Pick<RawEntry, 'type' | 'shared'>): string[] {
  const ids: string[] = [];
  const visit: FieldVisitor = (_meta, value) => {
    if (typeof value === 'string') ids.push(value);
    return value;
  };
  mapShared(entry.type, entry.shared, visit, 'media');
  return ids;
}
