/** Derives from the model how Contentful stores each field. */
import type { ContentTypeName } from '@/model/types/entry';
import { choice, fieldMeta, list, unwrap, type FieldMeta } from '@/model/fields/fields';
import { typeFields, type TypeField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { findShape, type FieldShape } from './field-shape';

/**
 * The values of the model that a stored field has. `field`: that of the same name. `part`: a part of a group. `flags`:
 * the names of those flags that are set.
 */
type StoredPlace =
  | { readonly kind: 'field' }
  | { readonly kind: 'part'; readonly group: string; readonly part: string }
  | { readonly kind: 'flags'; readonly names: readonly string[] };

/** A field of a content type, as Contentful stores it. */
export interface StoredField {
  readonly id: string;
  readonly meta: FieldMeta;
  readonly localized: boolean;
  /**
   * True if the field has no default and must have a value. A localized field is required in the entry's original
   * language only. Contentful can't express that, so such a field isn't marked as required there.
   */
  readonly required: boolean;
  readonly shape: FieldShape;
  readonly schema: z.core.$ZodType;
  readonly place: StoredPlace;
  /** True for what programs keep: no editor sees it. */
  readonly isHidden: boolean;
}

type ModelFields = Parameters<typeof typeFields>[0];

const isOptional = (schema: z.core.$ZodType) => unwrap(schema) !== schema;

function toStoredField({ name, meta, isLocalized, schema }: TypeField): StoredField {
  return {
    id: name,
    meta,
    localized: isLocalized,
    required: !isOptional(schema),
    shape: findShape(schema),
    schema,
    place: { kind: 'field' },
    isHidden: meta.widget === 'internal',
  };
}

/** Returns the group that is stored part by part; undefined for any other field. */
function findFlatGroup({ schema, meta }: StoredField): z.ZodObject | undefined {
  const inner = unwrap(schema);
  return meta.widget === 'group' && meta.whole !== true && inner instanceof z.ZodObject ? inner : undefined;
}

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Returns a field for each part of a group: `closes` gives `closesDate` and `closesZone`. */
function flattenGroup(field: StoredField, group: z.ZodObject): StoredField[] {
  return Object.entries<z.core.$ZodType>(group.shape).map(([part, schema], index) => {
    const own = fieldMeta(schema);
    const label = own.label.charAt(0).toLowerCase() + own.label.slice(1);
    const { tab } = field.meta;
    return {
      ...field,
      id: `${field.id}${capitalize(part)}`,
      meta: {
        ...own,
        label: `${field.meta.label}: ${label}`,
        help: index > 0 || own.help === field.meta.help ? own.help : `${field.meta.help} ${own.help}`,
        ...(tab && { tab }),
      },
      required: field.required && !isOptional(schema),
      shape: findShape(schema),
      schema,
      place: { kind: 'part', group: field.id, part },
    };
  });
}

/** The id of the field with the flags that are set. */
const flagsId = 'flags';

/** Returns the checked list of a type's flags. It stands in the tab of the first one. */
function mergeFlags(flags: readonly StoredField[], labels: string): StoredField[] {
  const [first, ...rest] = flags;
  if (!first) return [];
  const names = [first.id, ...rest.map(({ id }) => id)] as const;
  const lines = flags.map(({ meta }) => `${meta.label}: ${meta.help}`);
  const schema = list(choice(names, labels), names.length).optional();
  const { tab } = first.meta;
  return [
    {
      ...first,
      id: flagsId,
      meta: { ...fieldMeta(schema), label: 'What applies', help: lines.join(' '), ...(tab && { tab }) },
      required: false,
      shape: findShape(schema),
      schema,
      place: { kind: 'flags', names },
    },
  ];
}

/** Lays out a type's fields for Contentful. Throws if two get the same id. */
export function layOutFields(type: ModelFields & { readonly name: string }): readonly StoredField[] {
  const fields = typeFields(type).map(toStoredField);
  const flags = fields.filter(({ meta, localized }) => meta.widget === 'flag' && !localized);
  // A single flag stays a switch. Several would take too much of the room for 50 fields.
  const merged = flags.length > 1 ? flags : [];
  const stored = fields.flatMap((field) => {
    if (field === merged[0]) return mergeFlags(merged, type.name);
    if (merged.includes(field)) return [];
    const group = findFlatGroup(field);
    return group ? flattenGroup(field, group) : [field];
  });
  const clash = stored.find(({ id }, index) => stored.findIndex((other) => other.id === id) !== index);
  if (clash) {
    throw new Error(
      `The type “${type.name}” has two fields that Contentful would store as “${clash.id}”: rename one of them.`,
    );
  }
  return stored;
}

const layouts = new Map(
  Object.values(contentTypes).map((type) => [
    type.name as ContentTypeName,
    { model: typeFields(type).map(toStoredField), stored: layOutFields(type) },
  ]),
);

/** Returns the fields of a type as Contentful stores them, in the model's order, localized ones first. */
export function listStoredFields(type: ContentTypeName): readonly StoredField[] {
  return layouts.get(type)?.stored ?? [];
}

/** Returns the fields of a type as the model has them, each in one value: groups whole and flags one by one. */
export function listModelFields(type: ContentTypeName): readonly StoredField[] {
  return layouts.get(type)?.model ?? [];
}
