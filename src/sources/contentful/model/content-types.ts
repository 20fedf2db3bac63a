/** Derives Contentful's content types from the model, with its limits, so that editors see a mistake while typing. */
import type { ContentTypeName } from '@/model/types/entry';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { contentTypes } from '@/model/types/types';
import { listTimeZones } from '@/model/vocabularies/time-zones';
import { z } from 'zod';
import type { FieldShape } from '../field-shape';
import { listStoredFields, type StoredField } from '../stored-fields';

/** A validation in the shape of the Management API. */
export type Validation = { readonly message?: string } & (
  | { readonly size: { readonly min?: number; readonly max?: number } }
  | { readonly range: { readonly min?: number; readonly max?: number } }
  | { readonly regexp: { readonly pattern: string; readonly flags: null } }
  | { readonly in: readonly string[] }
  | { readonly linkContentType: readonly string[] }
  | { readonly linkMimetypeGroup: readonly string[] }
);

function buildPattern(source: string, message: string): Validation {
  return { regexp: { pattern: source, flags: null }, message };
}

function buildTextValidations(schema: z.core.$ZodType): Validation[] {
  if (fieldMeta(schema).holds === 'time-zone') return [{ in: listTimeZones() }];
  const { most } = boundsOf(schema);
  const longest: Validation[] = most < Infinity ? [{ size: { max: most } }] : [];
  if (schema instanceof z.ZodURL) {
    return [...longest, buildPattern('^https?://\\S+$', 'It must begin with http:// or https://.')];
  }
  if (schema instanceof z.ZodEmail) {
    return [...longest, buildPattern('^\\S+@\\S+\\.\\S+$', 'It must be an e-mail address.')];
  }
  return longest;
}

/** Builds the validations of a value. Contentful can't validate the parts of what it stores as JSON. */
function buildValidations(schema: z.core.$ZodType): Validation[] {
  const inner = unwrap(schema);
  const { widget, to } = fieldMeta(inner);
  const { least, most } = boundsOf(inner);
  switch (widget) {
    case 'text':
    case 'lines':
    case 'markdown':
      return buildTextValidations(inner);
    case 'slug':
      return [
        ...buildTextValidations(inner),
        buildPattern('^[a-z0-9]+(?:-[a-z0-9]+)*$', 'Small letters a–z and digits, joined by hyphens.'),
      ];
    case 'number':
      return [{ range: { min: least, max: most } }];
    case 'choice':
      return [{ in: idsOf(inner) ?? [] }];
    case 'reference':
      return to === undefined ? [] : [{ linkContentType: [to] }];
    case 'media':
      return [{ linkMimetypeGroup: ['image'] }];
    case 'list':
      return [{ size: { ...(least > 0 && { min: least }), max: most } }];
    case 'flag':
    case 'date':
    case 'group':
    case 'internal':
      return [];
  }
}

function buildLinkType(shape: FieldShape | { readonly type: string }): { readonly linkType?: string } {
  return 'linkType' in shape ? { linkType: shape.linkType } : {};
}

/** Returns the definition of a list's items. */
function buildItems({ shape, schema }: StoredField) {
  const list = unwrap(schema);
  if (shape.type !== 'Array' || !(list instanceof z.ZodArray)) return undefined;
  return {
    type: shape.items.type,
    ...buildLinkType(shape.items),
    validations: buildValidations(list.element),
  };
}

/** Returns the values of a new entry by locale code, unless it is an empty list, which needs none. */
function buildDefault({ schema, localized }: StoredField, code: string) {
  const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  return localized || value === undefined || Array.isArray(value) ? undefined : { [code]: value };
}

/** Builds a field in the shape of the Management API. */
function buildFieldDefinition(field: StoredField, defaultCode: string) {
  const { id, meta, shape, localized, required, schema, isHidden } = field;
  const items = buildItems(field);
  const defaultValue = buildDefault(field, defaultCode);
  return {
    id,
    name: meta.label,
    type: shape.type as string,
    ...buildLinkType(shape),
    ...(items && { items }),
    localized,
    // Contentful requires values in the default locale; our entries are complete in their original language instead.
    required: required && !localized,
    // Contentful can't limit the length of JSON.
    validations: shape.type === 'Object' ? [] : buildValidations(schema),
    ...(defaultValue && { defaultValue }),
    // Hidden fields are in no tab either; this keeps them from being edited where an editor shows all fields.
    disabled: isHidden,
    omitted: false,
  };
}

export type FieldDefinition = ReturnType<typeof buildFieldDefinition>;

/**
 * Builds the content type for a type of the model, in a space whose default locale has the code `defaultCode`: in the shape of
 * the Management API, without the service's own `sys`.
 */
export function buildContentTypeDefinition(type: ContentTypeName, defaultCode: string) {
  const { label, help, title } = contentTypes[type];
  return {
    name: label,
    description: help,
    displayField: title,
    fields: listStoredFields(type).map((field) => buildFieldDefinition(field, defaultCode)),
  };
}

export type ContentTypeDefinition = ReturnType<typeof buildContentTypeDefinition>;
