/** The description of the model for the app: written by the build for each language, read in Contentful’s form. */
import type { GroupControl, Input, Term } from '@scripts/forms/describe/description';
import type { ContentTypeName } from '@/model/types/entry';

/** A whole field, as the app shows it. */
export type FieldControl = Extract<Input, { readonly kind: 'choice' | 'choices' | 'texts' }> | GroupControl;

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
