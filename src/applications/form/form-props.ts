/** What the application form is given: plain data, which the page's HTML and a little JSON hand to the browser. */
import type { FormTarget } from '../outbox/form-outbox';
import type { PendingStatus } from '../outbox/states';
import type { FieldRule, ProblemCode } from './rules';
import type { RefusedReason, UnconfirmedReason } from '../transport/formspree';

/** One of a list: what is sent, and what is shown. */
export type FormChoice = readonly [value: string, label: string];

/** A field as people see it. */
export interface FieldView extends FieldRule {
  readonly label: string;
  readonly hint?: string;
  /** The language of the label, where it isn't the page's. */
  readonly lang?: string;
  /** What is said where the answer is missing. */
  readonly missing: string;
  readonly autocomplete?: string;
  /** How one line is written, where that isn't just as text. */
  readonly type?: 'date' | 'url';
  /** Of a file: what is taken. */
  readonly file?: FileView;
  /** Said below the choice `no`. */
  readonly no?: string;
  /** For choices, and for countries once they have come: in every page their list would be a sixth of it. */
  readonly options?: readonly FormChoice[];
}

/** What a field for a file tells the browser. */
export interface FileView {
  /** For `accept`. */
  readonly accept: string;
  /** Bytes. */
  readonly most: number;
  /** The path of what is said of the file: `attachment-words.ts`. */
  readonly words: string;
}

/** A field as the form's life needs it. */
export type AskedField = FieldRule & Pick<FieldView, 'label' | 'missing' | 'options'>;

/** Fields under one heading. */
export interface FormSection {
  readonly legend: string;
  readonly note?: string;
  readonly fields: readonly FieldView[];
}

/** Everything that the form says. */
export interface FormWords {
  readonly optional: string;
  /** The empty choice of a list. */
  readonly choose: string;
  readonly send: string;
  readonly sending: string;
  readonly again: string;
  readonly sent: string;
  readonly sentLink: string;
  /** Stands before the page's title, and unseen before each message: `Error: `. */
  readonly errorPrefix: string;
  readonly errorTitle: string;
  /** With `{label}`, `{min}`, `{max}` and `{n}`, the present length. */
  readonly problems: Readonly<Record<Exclude<ProblemCode, 'required'>, string>>;
  /** Asks whether `{address}` was meant, and the button that puts it in. */
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
  /** Of an application that failed: still in the form; on the device and tried again; only as long as the page is. */
  readonly kept: string;
  readonly keptAndTried: string;
  readonly unkept: string;
  readonly asFile: string;
  /** What is said of a draft, with `{time}`. */
  readonly draft: Readonly<
    Record<'kept' | 'back' | 'other' | 'useOther' | 'unkept' | 'delete' | 'deleted' | 'undo', string>
  >;
  /** What is said of answers that go for the next form too. */
  readonly usual: Readonly<Record<'keep' | 'offer' | 'use' | 'delete', string>>;
  /** The choice for those who share a device, and what follows from it. */
  readonly shared: string;
  readonly sharedOn: string;
  /** With `{time}` and `{id}`. */
  readonly arrived: string;
  /** The same where the form says something else by now. */
  readonly arrivedOther: string;
  readonly earlier: string;
  readonly earlierAgain: string;
  readonly earlierWithdrawn: string;
  /** Labels of the copy that was sent, and of the button that fills the form with it. */
  readonly earlierText: string;
  readonly earlierCorrect: string;
  readonly earlierTitle: string;
  readonly earlierNow: string;
  /** What is said of an application that hasn't arrived, with `{time}`. */
  readonly pending: Readonly<Record<PendingStatus, string>>;
  /** Warns that closing a private window or clearing data deletes an unsent application. */
  readonly pendingLoss: string;
  readonly pendingTitle: string;
  readonly pendingFirst: string;
  readonly pendingNow: string;
  readonly pendingDelete: string;
  /** With `{subject}` and `{name}`. */
  readonly subjectFrom: string;
  readonly subjectFollowUp: string;
  readonly byEmail: string;
  /** With `{address}`. */
  readonly copy: string;
  readonly copyLabel: string;
  /** The body of an e-mail link that is too short for the whole application. */
  readonly letterElsewhere: string;
  /** The last lines of the message, with `{url}` and `{id}`. */
  readonly page: string;
  readonly number: string;
  readonly trap: string;
  /** By name, in the language's order. */
  readonly countries: readonly FormChoice[];
}

/** What a form's HTML doesn't show, and the browser's code needs: plain data, in the page as JSON. */
export interface PageFacts {
  /** Missing where it is an application. */
  readonly kind?: 'message';
  /** BCP 47. */
  readonly locale: string;
  /** The first instant (ms) at which nothing is taken any more. */
  readonly closesAt?: number;
  /** The absolute address of the page. */
  readonly page: string;
  /** What the visitor's own log notes of it when it has been sent, but for its number. */
  readonly log: FormTarget['about'];
  /** Within how many days an answer is promised. */
  readonly replyDays?: number;
  /** Where one lands when it has been sent: a path of this site. */
  readonly thanksPath: string;
  /** Where the same application can be sent by e-mail. */
  readonly contactEmail?: string;
  /** The subject of a message. */
  readonly subject: string;
}

/** What a form that has come to life knows of itself. */
export interface LiveProps extends PageFacts {
  readonly words: FormWords;
  readonly endpoint: string;
  readonly formId: string;
  readonly fields: readonly AskedField[];
}

export interface ApplicationFormProps extends PageFacts {
  /** The same for every opportunity of a language, so they come as a file of their own (words-file.ts). */
  readonly words: FormWords;
  readonly endpoint: string;
  readonly formId: string;
  readonly sections: readonly FormSection[];
  /** What is sent besides the answers, in this order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

/** The part of the props that is the opportunity's own and can't be read from the form's HTML. */
export function pageFacts(props: ApplicationFormProps): PageFacts {
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
