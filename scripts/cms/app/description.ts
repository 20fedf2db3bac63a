/** The description of the model for the app: written by the build for each language, read in Contentful’s form. */
import type { ContentTypeName } from '@/model/types/entry';

/** A choice: its id and its name. */
export type Term = readonly [id: string, name: string];

/** How many there may be. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** One value, as a control asks for it. */
export type Input =
  | { readonly kind: 'text' | 'lines' | 'address' | 'email'; readonly most: number }
  | ({ readonly kind: 'number'; readonly isWhole: boolean } & Range)
  /** Several texts, each on a line and with at most so many characters. */
  | ({ readonly kind: 'texts'; readonly longest: number } & Range)
  | { readonly kind: 'flag' | 'date' }
  | { readonly kind: 'choice'; readonly vocabulary: string; readonly search?: true }
  | ({ readonly kind: 'choices'; readonly vocabulary: string } & Range);

/** A field of a group. */
export interface Part {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** The default. */
  readonly default?: string | number | boolean;
  readonly input: Input;
}

/** A whole field, as the app shows it. */
export type FieldControl =
  | Extract<Input, { readonly kind: 'choice' | 'choices' | 'texts' }>
  | { readonly kind: 'group'; readonly parts: readonly Part[] }
  | ({ readonly kind: 'rows'; readonly item: string; readonly parts: readonly Part[] } & Range);

export interface FieldDescription {
  /** Its id in Contentful. */
  readonly id: string;
  readonly label: string;
  /** Empty for a field that Contentful shows. */
  readonly help: string;
  readonly isRequired: boolean;
  /** Undefined where Contentful’s own control is used. */
  readonly control?: FieldControl;
}

/** The model in one language. */
export interface ModelDescription {
  /** The names of the types. */
  readonly names: Readonly<Record<ContentTypeName, string>>;
  readonly types: Readonly<Record<ContentTypeName, readonly FieldDescription[]>>;
  readonly vocabularies: Readonly<Record<string, readonly Term[]>>;
}
