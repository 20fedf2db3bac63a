/** What the application form is given: plain data, so that the page can hand it to the browser. */
import type { Choice } from './packed-choices';
import type { FieldRule, ProblemCode } from './rules';
import type { RefusedReason, UnconfirmedReason } from './send';

/** A field as people see it. */
export interface FieldView extends FieldRule {
  readonly label: string;
  readonly hint?: string;
  /** The language of the label, where it isn't the page's. */
  readonly lang?: string;
  /** What is said where the answer is missing. */
  readonly missing: string;
  readonly autocomplete?: string;
  /** For choices. */
  readonly options?: readonly Choice[];
}

/** Fields under one heading. */
export interface Section {
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
  readonly refusedTitle: string;
  readonly refused: Readonly<Record<RefusedReason, string>>;
  readonly unconfirmedTitle: string;
  readonly unconfirmed: Readonly<Record<UnconfirmedReason, string>>;
  readonly sameNumber: string;
  readonly kept: string;
  readonly byEmail: string;
  readonly copy: string;
  readonly copyLabel: string;
  /** The last lines of the message, with `{url}` and `{id}`. */
  readonly page: string;
  readonly number: string;
  readonly trap: string;
}

export interface ApplicationFormProps {
  /** BCP 47. */
  readonly locale: string;
  readonly endpoint: string;
  readonly formId: string;
  readonly sections: readonly Section[];
  /** Names by ISO 3166-1 code, packed, in the language's order. */
  readonly countries: string;
  /** What is sent besides the answers, in this order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** The absolute address of the page. */
  readonly page: string;
  /** Where one lands when it has been sent: a path of this site. */
  readonly thanksPath: string;
  /** Where the same application can be sent by e-mail. */
  readonly contactEmail?: string;
  /** The subject of a message. */
  readonly subject: string;
  readonly words: FormWords;
}
