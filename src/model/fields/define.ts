import type { z } from 'zod';
import type { ContentEntry } from '../types/entry';

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

/** Keeps the schemas' exact types while checking the shape. */
export function defineType<Name extends string, Localized extends z.ZodObject, Shared extends z.ZodObject>(
  type: ContentType<Name, Localized, Shared>,
): ContentType<Name, Localized, Shared> {
  return type;
}

/** The type of a valid entry of a content type. */
export type EntryOf<T> =
  T extends ContentType<string, infer L, infer S> ? ContentEntry<z.output<L>, z.output<S>> : never;
