import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { cacheByObject } from '../cache-by-object';
import type { RawEntry, RawFields } from '../types/entry';
import { fieldMeta, unwrap, type FieldMeta, type Widget } from './fields';
import { contentTypes } from '../types/types';

/** A leaf of an entry: what its field is, its value, and the dotted path to it. */
type FieldVisitor = (meta: FieldMeta, value: unknown, path: string) => unknown;

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

/** The parts of an entry that are walked, whatever has checked them. */
type Walked = Pick<RawEntry, 'type' | 'locales' | 'shared'>;

/**
 * Returns the entry with every leaf of its shared fields replaced by what `visit` returns for it; undefined takes it out.
 * Values that don't have the schema's shape, unknown fields, and groups in which nothing changes are passed through as
 * they are, as is the entry. With `only`, the leaves of that widget alone are visited, which takes less time.
 */
export function mapShared<E extends Pick<Walked, 'type' | 'shared'>>(
  entry: E,
  visit: FieldVisitor,
  only?: Widget,
): E {
  const shared = walk(contentTypes[entry.type].shared, entry.shared, '', { visit, only });
  return shared === entry.shared ? entry : { ...entry, shared };
}

/** Where a leaf stands in an entry: the language, none for shared fields, and the dotted path within it. */
export interface FieldPosition {
  readonly locale?: Locale;
  readonly field: string;
}

/** Returns the entry with every leaf of every language and of the shared fields replaced, as `mapShared` does. */
export function mapEntry<E extends Walked>(
  entry: E,
  visit: (meta: FieldMeta, value: unknown, place: FieldPosition) => unknown,
  only?: Widget,
): E {
  const mapped = mapShared(entry, (meta, value, field) => visit(meta, value, { field }), only);
  const languages = Object.entries<RawFields>(entry.locales) as [Locale, RawFields][];
  const locales = languages.map(([locale, fields]): [Locale, unknown] => [
    locale,
    walk(contentTypes[entry.type].localized, fields, '', {
      visit: (meta, value, field) => visit(meta, value, { locale, field }),
      only,
    }),
  ]);
  if (locales.every(([, fields], index) => fields === languages[index]?.[1])) return mapped;
  return { ...mapped, locales: Object.fromEntries(locales) };
}

/** The texts in the shared fields that are shown by a widget. */
function sharedTexts(entry: Pick<Walked, 'type' | 'shared'>, widget: Widget) {
  const texts: { readonly meta: FieldMeta; readonly path: string; readonly text: string }[] = [];
  const visit: FieldVisitor = (meta, value, path) => {
    if (typeof value === 'string') texts.push({ meta, path, text: value });
    return value;
  };
  mapShared(entry, visit, widget);
  return texts;
}

/** Returns the references to other entries that stand in an entry's shared fields, whichever state it is in. */
export const linksOf = (entry: Pick<Walked, 'type' | 'shared'>) =>
  sharedTexts(entry, 'reference').flatMap(({ meta: { to }, path, text: id }) =>
    to ? [{ path, to, id }] : [],
  );

/** The ids of every picture in an entry. */
export const picturesOf = (entry: Pick<Walked, 'type' | 'shared'>) =>
  sharedTexts(entry, 'media').map(({ text }) => text);
