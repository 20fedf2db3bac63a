/** Derives Contentful's content types from the model. */
import type { ContentTypeName } from '@/model/types/entry';
import { unwrap } from '@/model/fields/fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import type { FieldShape } from '../field-shape';
import { listStoredFields, type StoredField } from '../stored-fields';
import { buildValidations, type Validation } from './validations';

/** The definition of a list's items. */
interface ItemsDefinition {
  readonly type: string;
  readonly linkType?: string;
  readonly validations: readonly Validation[];
}

/** A field in the shape of the Management API. */
export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly linkType?: string;
  readonly items?: ItemsDefinition;
  readonly localized: boolean;
  readonly required: boolean;
  readonly validations: readonly Validation[];
  /** The values of a new entry by locale code. */
  readonly defaultValue?: Readonly<Record<string, unknown>>;
  readonly disabled: boolean;
  readonly omitted: boolean;
}

/** A content type in the shape of the Management API, without the service's own `sys`. */
export interface ContentTypeDefinition {
  readonly name: string;
  readonly description: string;
  readonly displayField: string;
  readonly fields: readonly FieldDefinition[];
}

function buildLinkType(shape: FieldShape | { readonly type: string }): { readonly linkType?: string } {
  return 'linkType' in shape ? { linkType: shape.linkType } : {};
}

function buildItems({ shape, schema }: StoredField): { readonly items?: ItemsDefinition } {
  const list = unwrap(schema);
  if (shape.type !== 'Array' || !(list instanceof z.ZodArray)) return {};
  return {
    items: {
      type: shape.items.type,
      ...buildLinkType(shape.items),
      validations: buildValidations(list.element),
    },
  };
}

/** Returns the default of a field, unless it is an empty list, which needs none. */
function buildDefault({ schema }: StoredField, code: string): Pick<FieldDefinition, 'defaultValue'> {
  const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  return value === undefined || Array.isArray(value) ? {} : { defaultValue: { [code]: value } };
}

function buildFieldDefinition(field: StoredField, defaultCode: string): FieldDefinition {
  const { id, meta, shape, localized, required, schema, isHidden } = field;
  return {
    id,
    name: meta.label,
    type: shape.type,
    ...buildLinkType(shape),
    ...buildItems(field),
    localized,
    // Contentful requires values in the default locale; our entries are complete in their original language instead.
    required: required && !localized,
    // Contentful can't limit the length of JSON.
    validations: shape.type === 'Object' ? [] : buildValidations(schema),
    ...(localized ? {} : buildDefault(field, defaultCode)),
    // Hidden fields are in no tab either; this keeps them from being edited where an editor shows all fields.
    disabled: isHidden,
    omitted: false,
  };
}

/** Builds the content type for a type of the model, in a space whose default locale has the code `defaultCode`. */
export function buildContentTypeDefinition(
  type: ContentTypeName,
  defaultCode: string,
): ContentTypeDefinition {
  const { label, help, title } = contentTypes[type];
  return {
    name: label,
    description: help,
    displayField: title,
    fields: listStoredFields(type).map((field) => buildFieldDefinition(field, defaultCode)),
  };
}
