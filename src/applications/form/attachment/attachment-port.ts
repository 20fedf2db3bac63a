/** What a form that takes a file asks of the code for it, which other forms don't load. Types only. */
import type { OutboxEntry } from '@/device/storage/application/outbox';
import type { FieldProblem } from '../form-answers';
import type { FormWords } from '../form-props';
import type { OtherWays } from '../browser/notices.client';
import type { showProblems } from '../browser/problems.client';

export interface Attachment {
  /** What is to be told of the form's answers, with what is wrong with the file, in the order of the form. */
  readonly told: (answers: readonly FieldProblem[]) => readonly FieldProblem[];
  /** The name of the file that goes with the application, by its field. */
  readonly answers: () => Readonly<Record<string, string>>;
  readonly file: () => Blob | undefined;
  /**
   * Other ways to send an application with these answers, which may have a file: that has to be attached then, and other
   * words say what went wrong. The one in this form can also go without it, once it was tried.
   */
  readonly otherWays: (
    ways: OtherWays,
    answers: Readonly<Record<string, string>>,
    canGoWithout: boolean,
  ) => OtherWays;
  /** Tells of the application in this form that waits to be sent: its file counts as chosen. */
  readonly waits: (entry: OutboxEntry | undefined) => void;
}

/** Lets the file field of a form do what it can. */
export type OpenAttachment = (
  form: HTMLFormElement,
  words: FormWords,
  show: typeof showProblems,
) => Attachment;

/** A form's container that has a file field: how the code for it is loaded. */
export type AttachmentContainer = HTMLElement & { loadAttachment?: () => Promise<OpenAttachment> };
