/** The message by which a visitor withdraws an application that was sent: an entry for the outbox. Pure. */
import type { AppliedItem } from './applied';
import type { OutboxEntry } from '../storage/application/outbox';
import { readableNumber } from '../storage/application/submission-id';

export interface WithdrawalFacts {
  /** The number of the entry; the message carries that of the application. */
  readonly id: string;
  /** The visitor's instant (ms). */
  readonly now: number;
  readonly locale: string;
  /** What it is called, for the organization and the visitor. */
  readonly title: string;
  /** The page of the log. */
  readonly logPath: string;
}

/** Undefined where the device doesn't have what was sent, and so not where it went. */
export function withdrawalEntry(item: AppliedItem, facts: WithdrawalFacts): OutboxEntry | undefined {
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
      _subject: `${title} [${readableNumber(item.id)}]`,
      _language: locale,
      follow_up_to: item.id,
      number: readableNumber(item.id),
      submission_id: item.id,
    },
  };
}
