/** The model as Contentful's content types: derived, never written twice. */
import type { ContentTypeName } from '@/model/types/entry';
import { unwrap } from '@/model/fields/fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { storedFields, type FieldShape, type StoredField } from '../fields';
import { validationsOf, type Validation } from './validations';

/** What the items of a list are. */
export interface ItemsDefinition {
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
  /** What a new entry has, by the code of a locale. */
  readonly defaultValue?: Readonly<Record<string, unknown>>;
  readonly disabled: boolean;
  readonly omitted: boolean;
}

/** A content type in the shape of the Management API, without what the service says of it itself. */
export interface ContentTypeDefinition {
  readonly name: string;
  readonly description: string;
  readonly displayField: string;
  readonly fields: readonly FieldDefinition[];
}

function linkTypeOf(shape: FieldShape | { readonly type: string }): { readonly linkType?: string } {
  return 'linkType' in shape ? { linkType: shape.linkType } : {};
}

function itemsOf({ shape, schema }: StoredField): { readonly items?: ItemsDefinition } {
  const list = unwrap(schema);
  if (shape.type !== 'Array' || !(list instanceof z.ZodArray)) return {};
  return {
    items: {
      type: shape.items.type,
      ...linkTypeOf(shape.items),
      validations: validationsOf(list.element),
    },
  };
}

/** A default that says something: an empty list says nothing. */
function defaultOf({ schema }: StoredField, code: string): Pick<FieldDefinition, 'defaultValue'> {
  const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  return value === undefined || Array.isArray(value) ? {} : { defaultValue: { [code]: value } };
}

function fieldDefinition(field: StoredField, defaultCode: string): FieldDefinition {
  const { id, meta, shape, localized, required, schema } = field;
  return {
    id,
    name: meta.label,
    type: shape.type,
    ...linkTypeOf(shape),
    ...itemsOf(field),
    localized,
    // Contentful asks for a required field in the default locale; ours is complete in the language it was written in.
    required: required && !localized,
    // What is JSON there has no length that Contentful could count.
    validations: shape.type === 'Object' ? [] : validationsOf(schema),
    ...(localized ? {} : defaultOf(field, defaultCode)),
    disabled: false,
    omitted: false,
  };
}

/** A type of the model as a content type of a space whose default locale has this code. */
export function contentTypeDefinition(type: ContentTypeName, defaultCode: string): ContentTypeDefinition {
  const { label, help, title } = contentTypes[type];
  return {
    name: label,
    description: help,
    displayField: title,
    fields: storedFields(type).map((field) => fieldDefinition(field, defaultCode)),
  };
}
