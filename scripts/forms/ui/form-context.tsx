/** What every control of a form shares: its values and findings, the words, and where entries and pictures come from. */
import { createContext, useContext } from 'react';
import type { EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import type { FieldsDescription } from '../describe/description';
import type { Option } from '../values/match-options';
import { nameOf, type Path } from '../values/values';

/** A fault of a field, or a remark about it, as a sentence in the editor's language. */
export interface FieldFinding {
  /** The place of the field: `en.title`, `skills.0.level`; empty for the entry as a whole. */
  readonly place: string;
  readonly text: string;
  /** True if an entry that is on the site can't have it. */
  readonly isFault: boolean;
  /** True if the field only isn't filled in yet. */
  readonly isMissing: boolean;
}

/** A picture of the content. */
export interface PictureFile {
  /** Its address in the fields: `/media/orgs/wells.png`. */
  readonly address: string;
  /** The titles of the entries that show it. */
  readonly usedIn: readonly string[];
}

/** Where pictures come from and go. */
export interface PictureHost {
  readonly list: () => Promise<readonly PictureFile[]>;
  /** The address at which the page shows a picture. */
  readonly hrefOf: (address: string) => string;
  /** Stores a picture, and resolves to its address in the fields. Rejects with an error for the editor. */
  readonly upload: (file: File) => Promise<string>;
}

/** Where the values of a form that lead elsewhere come from. */
export interface FormHost {
  /** Every entry of a type, as a choice. */
  readonly entries: (type: ContentTypeName) => Promise<readonly Option[]>;
  /** The address at which an entry is opened; of a new one without an id. Without it nothing leads to entries. */
  readonly entryHref?: (type: ContentTypeName, id?: string) => string;
  /** Only where the form has pictures. */
  readonly pictures?: PictureHost;
}

export interface FormState {
  readonly t: EditorTranslate;
  readonly forms: FieldsDescription;
  /** Only where the form has fields that lead elsewhere. */
  readonly host?: FormHost;
  readonly fields: RawFields;
  readonly findings: readonly FieldFinding[];
  /** The fields of each language that are older than the original. */
  readonly outdated: Readonly<Partial<Record<Locale, readonly string[]>>>;
  readonly change: (path: Path, value: unknown) => void;
}

const FormContext = createContext<FormState | undefined>(undefined);

export const FormProvider = FormContext.Provider;

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('There is no form outside of a FormProvider.');
  return state;
}

export function useFormHost(): FormHost {
  const { host } = useForm();
  if (!host) throw new Error('A reference or a picture needs a form with a host.');
  return host;
}

/** The findings about a value, and about its parts unless these are fields of their own. */
export function useFindings(path: Path, { kind }: { readonly kind: string }): readonly FieldFinding[] {
  const { findings } = useForm();
  const own = nameOf(path);
  const hasFields = kind === 'group' || kind === 'rows';
  return findings.filter(({ place }) => place === own || (!hasFields && place.startsWith(`${own}.`)));
}
