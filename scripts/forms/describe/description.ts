/** The description of forms, derived from the model: what a control must know, in the words of a language. */
import type { EditorTab } from '@/model/fields/fields';
import type { ContentTypeName, RawFields } from '@/model/types/entry';

/** A choice: its id and its name. */
export type Term = readonly [id: string, name: string];

/** One value, as a control asks for it. `most` is how long it, or how many of it there may be. */
export type Input =
  | { readonly kind: 'text' | 'lines' | 'address' | 'email'; readonly most: number }
  /** Several texts, each on a line and with at most so many characters. */
  | { readonly kind: 'texts'; readonly longest: number; readonly most: number }
  | { readonly kind: 'number' | 'flag' | 'date' }
  | { readonly kind: 'choice'; readonly vocabulary: string; readonly search?: true }
  | { readonly kind: 'choices'; readonly vocabulary: string; readonly most: number };

/** A field of a group. */
export interface Part {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** The default. */
  readonly default?: string | number | boolean;
  readonly control: Input;
}

/** Several values that belong together, once or in rows. */
export type GroupControl =
  | { readonly kind: 'group'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'rows';
      readonly item: string;
      readonly parts: readonly Part[];
      readonly most: number;
    };

/** The control of a whole field. */
export type FormControl =
  | Input
  | GroupControl
  | { readonly kind: 'markdown'; readonly most: number }
  | { readonly kind: 'reference'; readonly to: ContentTypeName }
  | { readonly kind: 'references'; readonly to: ContentTypeName; readonly most: number }
  | { readonly kind: 'picture' };

/** The control of a kind. */
export type ControlOf<Kind extends FormControl['kind']> = Extract<FormControl, { readonly kind: Kind }>;

/** A field of a form. */
export interface EntryField extends Omit<Part, 'control'> {
  /** True where each language has a value of its own. */
  readonly isLocalized: boolean;
  /** True for what an entry can't do without, or is asked for first: all others are folded. */
  readonly isEssential: boolean;
  readonly tab: EditorTab;
  readonly control: FormControl;
}

/** The fields of a content type. */
export interface TypeFields {
  readonly label: string;
  readonly fields: readonly EntryField[];
}

/** The form of a content type. */
export interface TypeForm extends TypeFields {
  readonly plural: string;
  readonly help: string;
  /** The localized field by which entries are known. */
  readonly title: string;
  /** True for entries with a page of their own. */
  readonly hasPage: boolean;
  /** True for a type with one entry only, such as the settings. */
  readonly isSingle: boolean;
  /** The values of a new entry. */
  readonly newEntry: RawFields;
}

/** The fields of all types, and their lists of choices, in the words of a language. */
export interface FieldsDescription<T extends TypeFields = TypeFields> {
  readonly types: Readonly<Record<ContentTypeName, T>>;
  readonly vocabularies: Readonly<Record<string, readonly Term[]>>;
}

export type FormsDescription = FieldsDescription<TypeForm>;
