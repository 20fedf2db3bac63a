/** The message to the editors that reports a reply, or none. Pure. */
import type { AppliedItem, ReplyReport } from '../storage/application/applied-item';
import type { Submission } from '../storage/application/outbox-entry';

/** The address of the report, and the pages around it. */
export interface ReplyReportTarget {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
  /** The page that thanks the visitor. */
  readonly thanksPath: string;
  /** The page with the log. */
  readonly logPath: string;
  readonly locale: string;
  /** With gaps for `{organization}` and `{title}`. */
  readonly subjects: Readonly<Record<ReplyReport['said'], string>>;
}

/** An instant's day in UTC: `2026-11-25`. */
const dayOf = (instant: string) => instant.slice(0, 10);

const fill = (text: string, { organization, title }: AppliedItem) =>
  text.replaceAll(/\{(organization|title)\}/g, (_, gap: string) => (gap === 'title' ? title : organization));

/**
 * Creates the submission of a report. It has no personal data, and not the application's number, which would tell its
 * reader who wrote it.
 */
export function createReply(item: AppliedItem, told: ReplyReport, place: ReplyReportTarget): Submission {
  const { opportunity, title, organization, lang, appliedAt, replyBy } = item;
  const { endpoint, formId, logPath: path, locale, subjects } = place;
  return {
    id: told.id,
    kind: 'reply',
    about: { opportunity, title, organization, lang, path },
    endpoint,
    formId,
    payload: {
      purpose: 'reply',
      answered: told.said,
      opportunity,
      title,
      organization,
      applied_on: dayOf(appliedAt),
      ...(replyBy === undefined ? {} : { promised_by: dayOf(replyBy) }),
      said_on: dayOf(told.at),
      language: locale,
      _subject: fill(subjects[told.said], item),
      _language: locale,
      submission_id: told.id,
    },
  };
}
