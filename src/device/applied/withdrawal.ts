/** The message that withdraws a sent application. Pure. */
import type { AppliedItem } from '../storage/application/applied-item';
import { followUpId, type Submission } from '../storage/application/outbox-entry';
import { formatSubmissionNumber } from '../storage/application/submission-id';

interface WithdrawalOptions {
  readonly locale: string;
  /** The subject, for the organization and the visitor. */
  readonly title: string;
  /** The page with the log. */
  readonly logPath: string;
}

/** Creates the submission. Undefined where the device has no copy of the application, and so no address. */
export function createWithdrawal(
  { id, copy, opportunity, organization, title: applied }: AppliedItem,
  { locale, title, logPath }: WithdrawalOptions,
): Submission | undefined {
  if (!copy) return undefined;
  const { name, email } = copy.payload;
  return {
    id: followUpId(id),
    kind: 'withdrawal',
    about: { opportunity, title, organization, lang: locale, path: logPath },
    endpoint: copy.endpoint,
    formId: copy.formId,
    payload: {
      purpose: 'withdrawal',
      opportunity,
      title: applied,
      organization,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      language: locale,
      _subject: `${title} [${formatSubmissionNumber(id)}]`,
      _language: locale,
      follow_up_to: id,
      number: formatSubmissionNumber(id),
      submission_id: id,
    },
  };
}
