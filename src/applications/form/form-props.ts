/** The props of the application form: plain data, passed to the browser in the page's HTML and a little JSON. */
import type { IslandStrings, IslandTranslate } from '@/i18n/create-translate';
import type { FormTarget } from '../outbox/form-submissions';
import type { FieldRule } from './field-rules';

/** A choice of a list: the value to send, and the label to show. */
export type FormChoice = readonly [value: string, label: string];

/** A field as visitors see it. */
export interface FieldView extends FieldRule {
  readonly label: string;
  readonly hint?: string;
  /** The language of the label, where it isn't the page's. */
  readonly lang?: string;
  /** The message where the answer is missing. */
  readonly missing: string;
  readonly autocomplete?: string;
  /** The input type of a single line, unless it is plain text. */
  readonly type?: 'date' | 'url';
  /** The limits of a file field. */
  readonly file?: FileView;
  /** A note below the field, shown for the choice `no`. */
  readonly no?: string;
  /** For choices, and for countries once their list is loaded: in the page it would be a sixth of its size. */
  readonly options?: readonly FormChoice[];
}

/** The data of a file field for the browser. */
interface FileView {
  /** The `accept` attribute. */
  readonly accept: string;
  /** The largest size in bytes. */
  readonly most: number;
  /** The path of the file's strings: `attachment-strings.ts`. */
  readonly strings: string;
}

/** A field as the browser's code needs it. */
export type ClientField = FieldRule & Pick<FieldView, 'label' | 'missing' | 'options'>;

/** Fields under one heading. */
export interface FormSection {
  readonly legend: string;
  readonly note?: string;
  readonly fields: readonly FieldView[];
}

/** The strings of a form beside its questions: whole keys, and prefixes of keys. */
export const formStringKeys = [
  'apply.choose',
  'apply.closed',
  'apply.closed.title',
  'apply.draft.',
  'apply.earlier.',
  'apply.email.suggestion',
  'apply.email.use',
  'apply.error.',
  'apply.number',
  'apply.optional',
  'apply.page',
  'apply.pending.',
  'apply.problem.',
  'apply.send',
  'apply.sending',
  'apply.shared',
  'apply.shared.',
  'apply.subject.',
  'apply.trap',
  'apply.trapped',
  'apply.trapped.',
  'apply.usual.',
  'told.',
] as const;

/** The strings of a form by key. Gaps that the browser fills (`{label}`, `{n}`, `{address}`) stay open. */
export type FormStrings = IslandStrings<(typeof formStringKeys)[number]>;

/** The `t()` of a form in the browser. */
export type FormTranslate = IslandTranslate<(typeof formStringKeys)[number]>;

/** The data that all forms of a language share, loaded as a separate file. */
export interface FormFile {
  readonly strings: FormStrings;
  /** Domains of e-mail addresses, to find mistyped ones. */
  readonly emailDomains: readonly string[];
  /** Sorted by name in the page's language. */
  readonly countries: readonly FormChoice[];
}

/** The props that can't be read from the form's HTML: in the page as JSON. */
export interface FormPageProps {
  /** Missing for an application. */
  readonly kind?: 'message';
  /** BCP 47. */
  readonly locale: string;
  /** The first instant (ms) at which the form is closed. */
  readonly closesAt?: number;
  /** The absolute address of the page. */
  readonly page: string;
  /** The subject's entry in the visitor's own log, without the number. */
  readonly log: FormTarget['about'];
  /** The number of days within which the organization promises to reply. */
  readonly replyDays?: number;
  /** The path of the page that thanks the visitor. */
  readonly thanksPath: string;
  /** The address for sending the same application by e-mail. */
  readonly contactEmail?: string;
  /** The subject of the message. */
  readonly subject: string;
}

/** The props of an enhanced form. */
export interface ClientFormProps extends FormPageProps {
  readonly t: FormTranslate;
  readonly endpoint: string;
  readonly formId: string;
  readonly fields: readonly ClientField[];
}

export interface ApplicationFormProps extends FormPageProps {
  readonly strings: FormStrings;
  /** The path of the form's file. */
  readonly filePath: string;
  readonly endpoint: string;
  readonly formId: string;
  readonly sections: readonly FormSection[];
  /** Hidden fields, in this order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

/** Picks the props that can't be read from the form's HTML. */
export function pickPageProps(props: ApplicationFormProps): FormPageProps {
  const { kind, locale, closesAt, page, log, replyDays, thanksPath, contactEmail, subject } = props;
  return {
    ...(kind ? { kind } : {}),
    locale,
    ...(closesAt === undefined ? {} : { closesAt }),
    page,
    log,
    ...(replyDays === undefined ? {} : { replyDays }),
    thanksPath,
    ...(contactEmail ? { contactEmail } : {}),
    subject,
  };
}
