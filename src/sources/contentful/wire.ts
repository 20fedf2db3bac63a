/** Between our raw entries and the fields of a Contentful entry, in both directions, by one table (`fields.ts`). */
import { locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawEntry, RawFields } from '@/model/types/entry';
import { storedFields, type FieldShape, type LinkType } from './fields';
import { dig, isRecord } from './json';

/** A field's values by locale code, as `locale=*` gives them. */
export type WireFields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A link to an entry or an asset. */
export interface WireLink {
  readonly sys: { readonly type: 'Link'; readonly linkType: LinkType; readonly id: string };
}

/** The space's codes for our languages. */
export interface LocaleCodes {
  /** The code of the space's default locale, which alone carries shared fields. It may be one we don't speak. */
  readonly default: string;
  readonly of: ReadonlyMap<Locale, string>;
}

/** The fields of a raw entry. */
export type DeliveryFields = Pick<RawEntry, 'locales' | 'shared'>;

/** Fields, with the ids of those that the model doesn't have. */
export interface Decoded extends DeliveryFields {
  readonly unknown: readonly string[];
}

export function linkTo(linkType: LinkType, id: string): WireLink {
  return { sys: { type: 'Link', linkType, id } };
}

/** The id that a link leads to, or undefined for what is no link. */
export function linkedId(value: unknown): string | undefined {
  const id = dig(value, 'sys', 'id');
  return dig(value, 'sys', 'type') === 'Link' && typeof id === 'string' ? id : undefined;
}

function mapLinks(
  shape: FieldShape,
  value: unknown,
  map: (value: unknown, linkType: LinkType) => unknown,
): unknown {
  if (shape.type === 'Link') return map(value, shape.linkType);
  if (shape.type === 'Array' && Array.isArray(value)) {
    const { items } = shape;
    return items.type === 'Link' ? value.map((item: unknown) => map(item, items.linkType)) : value;
  }
  return value;
}

/** A value as Contentful stores it: ids become links, everything else stays. */
function encodeValue(shape: FieldShape, value: unknown): unknown {
  return mapLinks(shape, value, (id, linkType) => (typeof id === 'string' ? linkTo(linkType, id) : id));
}

/** A value as the model has it: links become ids; what has another shape is passed on, for validation to name. */
function decodeValue(shape: FieldShape, value: unknown): unknown {
  return mapLinks(shape, value, (link) => linkedId(link) ?? link);
}

/**
 * A raw entry's fields as Contentful stores them. Languages that the space doesn't have, and fields that the model
 * doesn't have, are left out, since a space has no place for them.
 */
export function encode(type: ContentTypeName, entry: DeliveryFields, codes: LocaleCodes): WireFields {
  const wire: Record<string, Record<string, unknown>> = {};
  for (const { id, localized, shape } of storedFields(type)) {
    const values: Record<string, unknown> = {};
    if (localized) {
      for (const [locale, code] of codes.of) {
        const value = entry.locales[locale]?.[id];
        if (value !== undefined) values[code] = encodeValue(shape, value);
      }
    } else if (entry.shared[id] !== undefined) {
      values[codes.default] = encodeValue(shape, entry.shared[id]);
    }
    if (Object.keys(values).length > 0) wire[id] = values;
  }
  return wire;
}

/**
 * A Contentful entry's fields (`locale=*`) as a raw entry's. Values are not copied between languages: what a
 * language doesn't have stays absent. Nulls and wrongly shaped values are passed on.
 */
export function decode(type: ContentTypeName, fields: RawFields, codes: LocaleCodes): Decoded {
  const byLocale: Partial<Record<Locale, Record<string, unknown>>> = {};
  const shared: Record<string, unknown> = {};
  const storage = storedFields(type);
  for (const { id, localized, shape } of storage) {
    if (!Object.hasOwn(fields, id)) continue;
    const values = fields[id];
    // A field that isn't keyed by locale at all is read as the default locale's, so that validation can name it.
    const keyed = isRecord(values) ? values : { [codes.default]: values };
    if (!localized) {
      if (Object.hasOwn(keyed, codes.default)) shared[id] = decodeValue(shape, keyed[codes.default]);
      continue;
    }
    for (const [locale, code] of codes.of) {
      if (Object.hasOwn(keyed, code)) (byLocale[locale] ??= {})[id] = decodeValue(shape, keyed[code]);
    }
  }
  const known = new Set(storage.map(({ id }) => id));
  return {
    locales: Object.fromEntries(
      locales.flatMap((locale) => (byLocale[locale] ? [[locale, byLocale[locale]]] : [])),
    ),
    shared,
    unknown: Object.keys(fields).filter((id) => !known.has(id)),
  };
}
