/** The interface between a form and the code for its file field, which other forms don't load. Types only. */
import type { IslandStrings } from '@/i18n/create-translate';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import type { FieldProblem } from '../form-answers';
import type { FormTranslate } from '../form-props';
import type { showProblems } from '../browser/problems.client';

export interface Attachment {
  /** Adds the problems of the file to those of the answers, in the order of the form. */
  readonly addProblems: (answers: readonly FieldProblem[]) => readonly FieldProblem[];
  /** The name of the file that is sent with the application, by its field. */
  readonly answers: () => Readonly<Record<string, string>>;
  readonly file: () => Blob | undefined;
  /** Takes the file out. */
  readonly remove: () => void;
  /** Takes the application of this form that waits to be sent: its file counts as chosen. */
  readonly setWaiting: (entry: OutboxEntry | undefined) => void;
}

/** The strings about a file, which only forms with a file field load. */
export type AttachmentStrings = IslandStrings<'apply.attachment.'>;

/** Enhances the file field of a form. */
export type OpenAttachment = (
  form: HTMLFormElement,
  t: FormTranslate,
  show: typeof showProblems,
) => Attachment;

/** A form's container, with the function that loads the code for its file field. */
export type AttachmentContainer = HTMLElement & { loadAttachment?: () => Promise<OpenAttachment> };
