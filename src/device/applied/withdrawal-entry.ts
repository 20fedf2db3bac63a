/** The message that withdraws a sent application: an entry for the outbox. Pure. */
import type { AppliedItem } from '../storage/application/applied-item';
import type { OutboxEntry } from '../storage/application/outbox-entry';
import { formatSubmissionNumber } from '../storage/application/submission-id';

interface WithdrawalOptions {
  /** The number of the entry; the message carries the application's number. */
  readonly id: string;
  /** The current instant on the device (ms). */
  readonly now: number;
  readonly locale: string;
  /** The subject, for the organization and the visitor. */
  readonly title: string;
  /** The page with the log. */
  readonly logPath: string;
}

/** Creates the entry. Undefined where the device has no copy of the application, and so no address. */
export function createWithdrawalEntry(item: AppliedItem, facts: WithdrawalOptions): OutboxEntry | undefined {
  const { copy, opportunity, organization } = item;
  if (!copy) return undefined;
  const { id, now, locale, title, logPath } = facts;
  const { name, email } = copy.payload;
  const at = new Date(now).toISOString();
  return {
    id,
    kind: 'message',
    state: 'waiting',
    createdAt: at,
    pressedAt: at,
    attempts: 0,
    withdraws: item.id,
    about: { opportunity, title, organization, lang: locale, path: logPath },
    endpoint: copy.endpoint,
    formId: copy.formId,
    payload: {
      purpose: 'withdrawal',
      opportunity,
      title: item.title,
      organization,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      language: locale,
      _subject: `${title} [${formatSubmissionNumber(item.id)}]`,
      _language: locale,
      follow_up_to: item.id,
      number: formatSubmissionNumber(item.id),
      submission_id: item.id,
    },
  };
}
