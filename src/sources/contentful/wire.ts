/**
 * Converts raw entries to the fields of a Contentful entry and back. They have a value for each field of the model;
 * `flat-fields.ts` splits those that Contentful stores apart.
 */
import { locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawEntry, RawFields } from '@/model/types/entry';
import type { FieldShape, LinkType } from './field-shape';
import { joinByCode } from './flat-fields';
import { readNested } from '@/model/json';
import { listModelFields } from './stored-fields';

/** The values of each field by locale code, as the API returns them for `locale=*`. */
export type WireFields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A link to an entry or an asset. */
interface WireLink {
  readonly sys: { readonly type: 'Link'; readonly linkType: LinkType; readonly id: string };
}

/** The locale codes of a space. */
export interface LocaleCodes {
  /** The code of the default locale, the only one with shared fields. The site may not have that language. */
  readonly default: string;
  readonly byLocale: ReadonlyMap<Locale, string>;
}

/** The fields of a raw entry. */
type DeliveryFields = Pick<RawEntry, 'locales' | 'shared'>;

/** The fields of an entry, with the ids of fields that the model doesn't have. */
interface DecodedFields extends DeliveryFields {
  readonly unknown: readonly string[];
}

export function createLink(linkType: LinkType, id: string): WireLink {
  return { sys: { type: 'Link', linkType, id } };
}

/** Returns the id of a link's target; undefined if the value isn't a link. */
export function readLinkId(value: unknown): string | undefined {
  const id = readNested(value, 'sys', 'id');
  return readNested(value, 'sys', 'type') === 'Link' && typeof id === 'string' ? id : undefined;
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

/** Converts a value for Contentful: ids become links, everything else stays. */
function encodeValue(shape: FieldShape, value: unknown): unknown {
  return mapLinks(shape, value, (id, linkType) => (typeof id === 'string' ? createLink(linkType, id) : id));
}

/** Converts a value for the model: links become ids. Values of another shape stay, so that validation reports them. */
function decodeValue(shape: FieldShape, value: unknown): unknown {
  return mapLinks(shape, value, (link) => readLinkId(link) ?? link);
}

/**
 * Converts a raw entry's fields for Contentful. Languages that the space lacks and fields that the model lacks are left
 * out, since a space can't store them.
 */
export function encodeFields(type: ContentTypeName, entry: DeliveryFields, codes: LocaleCodes): WireFields {
  const encoded: Record<string, Record<string, unknown>> = {};
  for (const { id, localized, shape } of listModelFields(type)) {
    const values: Record<string, unknown> = {};
    if (localized) {
      for (const [locale, code] of codes.byLocale) {
        const value = entry.locales[locale]?.[id];
        if (value !== undefined) values[code] = encodeValue(shape, value);
      }
    } else if (entry.shared[id] !== undefined) {
      values[codes.default] = encodeValue(shape, entry.shared[id]);
    }
    if (Object.keys(values).length > 0) encoded[id] = values;
  }
  return encoded;
}

/**
 * Converts a Contentful entry's fields (`locale=*`) to those of a raw entry. Values aren't copied between languages.
 * Nulls and values of a wrong shape are passed on. Values that are stored apart are joined.
 */
export function decodeFields(type: ContentTypeName, stored: RawFields, codes: LocaleCodes): DecodedFields {
  const byCode = joinByCode(type, stored, codes.default);
  const fields = listModelFields(type);
  const read = (code: string | undefined, isLocalized: boolean): RawFields => {
    const values = code === undefined ? {} : (byCode[code] ?? {});
    return Object.fromEntries(
      fields
        .filter(({ id, localized }) => localized === isLocalized && Object.hasOwn(values, id))
        .map(({ id, shape }) => [id, decodeValue(shape, values[id])]),
    );
  };
  const texts = locales.map((locale) => [locale, read(codes.byLocale.get(locale), true)] as const);
  const known = new Set(fields.map(({ id }) => id));
  return {
    locales: Object.fromEntries(texts.filter(([, own]) => Object.keys(own).length > 0)),
    shared: read(codes.default, false),
    unknown: [...new Set(Object.values(byCode).flatMap(Object.keys))].filter((id) => !known.has(id)),
  };
}
