import type { z } from 'zod';
import { englishTexts, nameFields } from './fields';

/** A content type: what editors see of it, and the fields of its languages and of the whole. */
export interface ContentType<
  Name extends string = string,
  Localized extends z.ZodObject = z.ZodObject,
  Shared extends z.ZodObject = z.ZodObject,
> {
  readonly name: Name;
  /** The folder below `content/` that holds its entries. */
  readonly folder: string;
  readonly label: string;
  readonly help: string;
  /** The localized field that stands for the entry in lists. */
  readonly title: string;
  /** Fields that each language has of its own. Required means: in the original language. */
  readonly localized: Localized;
  /** Fields that all languages share. */
  readonly shared: Shared;
}

/** Returns the type with its label and help in English, and gives its fields theirs. Keeps the schemas' exact types. */
export function defineType<Name extends string, Localized extends z.ZodObject, Shared extends z.ZodObject>(
  type: Omit<ContentType<Name, Localized, Shared>, 'label' | 'help'>,
): ContentType<Name, Localized, Shared> {
  nameFields(type.name, { ...type.localized.shape, ...type.shared.shape });
  return { ...type, ...englishTexts(type.name) };
}
