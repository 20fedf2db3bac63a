/** The props of a form: plain data, passed to the browser in the page's HTML and a little JSON. */
import type { IslandStrings, IslandTranslate } from '@/i18n/create-translate';
import type { FormTarget } from '../outbox/form-submissions';
import type { FieldRule, FormChoice } from './field-rules';

/** A field as visitors see it. */
export interface FormField extends FieldRule {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The language of the label, where it isn't the page's. */
  readonly lang?: string | undefined;
  /** The message where the answer is missing. */
  readonly missing: string;
  readonly autocomplete?: string;
  /** The input type of a single line, unless it is plain text. */
  readonly type?: 'date' | 'url';
  /** For a file: the `accept` attribute, the largest size in bytes, and the path of the strings about it. */
  readonly file?: { readonly accept: string; readonly most: number; readonly strings: string };
  /** A note below the field, shown for the choice `no`. */
  readonly no?: string | undefined;
}

/** Fields under one heading. */
export interface FormSection {
  readonly legend: string;
  readonly note?: string | undefined;
  readonly fields: readonly FormField[];
}

/** The strings of a form beside its questions. Gaps that the browser fills (`{label}`, `{n}`, `{address}`) stay open. */
export type FormStrings = IslandStrings<'form.' | 'told.'>;

/** The `t()` of a form. */
export type FormTranslate = IslandTranslate<'form.' | 'told.'>;

/** The data that all forms of a language share, loaded as a separate file. */
export interface FormFile {
  readonly strings: FormStrings;
  /** Domains of e-mail addresses, to find mistyped ones. */
  readonly emailDomains: readonly string[];
  /** Sorted by name in the page's language. */
  readonly countries: readonly FormChoice[];
}

/** Facts that the form's HTML doesn't show, passed to the browser as JSON in the page. */
export interface FormFacts extends Omit<FormTarget, 'endpoint' | 'formId'> {
  /** The absolute address of the page. */
  readonly page: string;
  /** The path of the page that thanks the visitor. */
  readonly thanksPath: string;
  /** The subject of the message. */
  readonly subject: string;
}

/** A form in a page. */
export interface FormProps {
  readonly facts: FormFacts;
  /** The address that it posts to. */
  readonly action: string;
  readonly sections: readonly FormSection[];
  /** Hidden fields, in this order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

/** The same in the browser, read back from the page. */
export interface ClientFormProps extends FormFacts, FormTarget {
  readonly t: FormTranslate;
  readonly fields: readonly FormField[];
}
