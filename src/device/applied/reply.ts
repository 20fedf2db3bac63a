/** What goes to the editors when a visitor says whether an answer came: an entry for the outbox. Pure. */
import type { AppliedItem, ReplyReport } from './applied';
import type { OutboxEntry } from '../storage/application/outbox';

/** Where it goes, and where the visitor is led then. */
export interface ReplyPlace {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
  /** The page that thanks. */
  readonly thanksPath: string;
  /** The page of the log. */
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
 * What has been told, as it is sent: nothing of the person, and not the number of the application, by which its reader
 * would know who that was.
 */
export function replyEntry(item: AppliedItem, told: ReplyReport, place: ReplyPlace): OutboxEntry {
  const { opportunity, title, organization, lang, appliedAt, replyBy } = item;
  const { endpoint, formId, logPath: path, locale, subjects } = place;
  return {
    id: told.id,
    kind: 'reply',
    state: 'waiting',
    createdAt: told.at,
    attempts: 0,
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
