/** Derives Contentful's content types from the model. */
import type { ContentTypeName } from '@/model/types/entry';
import { unwrap } from '@/model/fields/fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import type { FieldShape } from '../field-shape';
import { listStoredFields, type StoredField } from '../stored-fields';
import { buildValidations } from './validations';

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
