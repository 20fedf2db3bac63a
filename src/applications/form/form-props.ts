/** The props of the application form: plain data, passed to the browser in the page's HTML and a little JSON. */
import type { FormTarget } from '../outbox/form-outbox';
import type { PendingStatus } from '../outbox/entry-states';
import type { FieldRule, ProblemCode } from './field-rules';
import type { RefusedReason, UnconfirmedReason } from '../transport/transport';

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
export interface FileView {
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

/** All strings of the form. The keys are those of a JSON file that visitors' browsers may have cached. */
export interface FormStrings {
  readonly optional: string;
  /** The empty choice of a list. */
  readonly choose: string;
  readonly send: string;
  readonly sending: string;
  readonly again: string;
  readonly sent: string;
  readonly sentLink: string;
  /** The prefix of the page's title, and hidden before each message: `Error: `. */
  readonly errorPrefix: string;
  readonly errorTitle: string;
  /** With gaps for `{label}`, `{min}`, `{max}` and `{n}`, the present length. */
  readonly problems: Readonly<Record<Exclude<ProblemCode, 'required'>, string>>;
  /** The question with a gap for `{address}`, and the button that accepts it. */
  readonly emailSuggestion: string;
  readonly emailUse: string;
  readonly emailDomains: readonly string[];
  readonly refusedTitle: string;
  readonly refused: Readonly<Record<RefusedReason, string>>;
  readonly unconfirmedTitle: string;
  readonly unconfirmed: Readonly<Record<UnconfirmedReason, string>>;
  readonly closedTitle: string;
  readonly closed: string;
  readonly offlineTitle: string;
  readonly offline: string;
  readonly offlineUnkept: string;
  readonly trappedTitle: string;
  readonly trapped: string;
  readonly sameNumber: string;
  /** For an application that failed: still in the form; saved on the device and retried; only in the open page. */
  readonly kept: string;
  readonly keptAndTried: string;
  readonly unkept: string;
  readonly asFile: string;
  /** For the draft, with a gap for `{time}`. */
  readonly draft: Readonly<
    Record<'kept' | 'back' | 'other' | 'useOther' | 'unkept' | 'delete' | 'deleted' | 'undo', string>
  >;
  /** For the usual answers. */
  readonly usual: Readonly<Record<'keep' | 'offer' | 'use' | 'delete', string>>;
  /** The choice for shared devices, and its effect. */
  readonly shared: string;
  readonly sharedOn: string;
  /** With gaps for `{time}` and `{id}`. */
  readonly arrived: string;
  /** The same where the form's answers have changed since. */
  readonly arrivedOther: string;
  readonly earlier: string;
  readonly earlierAgain: string;
  readonly earlierWithdrawn: string;
  /** Labels of the sent copy, and of the button that fills the form with it. */
  readonly earlierText: string;
  readonly earlierCorrect: string;
  readonly earlierTitle: string;
  readonly earlierNow: string;
  /** For an application that hasn't arrived, with a gap for `{time}`. */
  readonly pending: Readonly<Record<PendingStatus, string>>;
  /** Warns that closing a private window or clearing data deletes an unsent application. */
  readonly pendingLoss: string;
  readonly pendingTitle: string;
  readonly pendingFirst: string;
  readonly pendingNow: string;
  readonly pendingDelete: string;
  /** With gaps for `{subject}` and `{name}`. */
  readonly subjectFrom: string;
  readonly subjectFollowUp: string;
  readonly byEmail: string;
  /** With a gap for `{address}`. */
  readonly copy: string;
  readonly copyLabel: string;
  /** The body of an e-mail link that is too short for the whole application. */
  readonly letterElsewhere: string;
  /** The last lines of the message, with gaps for `{url}` and `{id}`. */
  readonly page: string;
  readonly number: string;
  readonly trap: string;
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
  readonly strings: FormStrings;
  readonly endpoint: string;
  readonly formId: string;
  readonly fields: readonly ClientField[];
}

export interface ApplicationFormProps extends FormPageProps {
  /** The same for every opportunity in a language, so they are loaded as a separate file (`strings-file.ts`). */
  readonly strings: FormStrings;
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
