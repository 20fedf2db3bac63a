/** The fields of a content type by what they are for. Whatever needs a list of fields asks for it here. */
import { z } from 'zod';
import type { ContentType } from './define';
import { fieldMeta, unwrap, type FieldMeta, type FieldUses } from './fields';

/** A field of a content type. */
export interface TypeField {
  readonly name: string;
  /** True where each language has a value of its own. */
  readonly isLocalized: boolean;
  readonly schema: z.core.$ZodType;
  readonly meta: FieldMeta;
}

/** Every field of a type in the model's order, localized ones first. */
export function typeFields({ localized, shared }: Pick<ContentType, 'localized' | 'shared'>): TypeField[] {
  const fieldsIn = ({ shape }: z.ZodObject, isLocalized: boolean) =>
    Object.entries(shape).map(([name, schema]) => ({
      name,
      isLocalized,
      schema,
      meta: fieldMeta(schema),
    }));
  return [...fieldsIn(localized, true), ...fieldsIn(shared, false)];
}

/** The fields that appear in this place, in the model's order. */
export function fieldsUsedIn(type: ContentType, use: keyof FieldUses): TypeField[] {
  return typeFields(type).filter(({ meta }) => Boolean(meta[use]));
}

/** A field, or a part of a group, that a form asks for. */
export interface AskedField {
  /** `title`, `hours.min`. */
  readonly path: string;
  /** The name of the question: the path, unless the field says another. */
  readonly name: string;
  readonly isLocalized: boolean;
  readonly isRequired: boolean;
  readonly schema: z.core.$ZodType;
  readonly label: string;
}

/** The fields that the form for proposals or registrations asks for, in the model's order. */
export function askedFields(type: ContentType): AskedField[] {
  const asked = (path: string, schema: z.core.$ZodType, isLocalized: boolean, isOptional: boolean) => {
    const { asked: question, label } = fieldMeta(schema);
    if (!question) return [];
    const { name = path, isRequired = !isOptional } = question === true ? {} : question;
    return [{ path, name, isLocalized, isRequired, schema, label }];
  };
  return typeFields(type).flatMap(({ name, schema, isLocalized }) => {
    const inner = unwrap(schema);
    const isOptional = inner !== schema;
    const group = inner instanceof z.ZodArray ? inner.element : inner;
    const parts = group instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(group.shape) : [];
    return [
      ...asked(name, schema, isLocalized, isOptional),
      ...parts.flatMap(([part, partSchema]) =>
        asked(`${name}.${part}`, partSchema, isLocalized, isOptional || unwrap(partSchema) !== partSchema),
      ),
    ];
  });
}

/**
 * Names in the order in which they are shown: first those that a place has an order for, then the others as they come,
 * so that a new field is shown without being in that order. Throws where the order has a name that isn't shown.
 */
export function orderedBy(names: readonly string[], order: readonly string[]): string[] {
  const unknown = order.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`An order names ${unknown.join(', ')}, which the model doesn't have there: remove it.`);
  return [...order, ...names.filter((name) => !order.includes(name))];
}
