/** Which submissions are the same application once more. What comes in is kept whole; this only tells it apart. */
import type { InboxSubmission } from './store';

/** The submission that another one repeats. */
export interface Repeat {
  readonly of: InboxSubmission;
  /** `id`: surely, by the sender's `submission_id`. `person`: probably, by opportunity and e-mail address. */
  readonly by: 'id' | 'person';
}

function textOf({ fields }: InboxSubmission, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Who applied to what: undefined for what is no application. */
function personOf(submission: InboxSubmission): string | undefined {
  const [opportunity, email] = [textOf(submission, 'opportunity'), textOf(submission, 'email')];
  return opportunity && email ? `${opportunity} ${email.toLowerCase()}` : undefined;
}

/**
 * By a submission's own id, the first one that it repeats. Each attempt to send an application carries the same
 * `submission_id`, where a script made one. A page without a script has none to give, since it is the same file for
 * everybody: there the same opportunity and e-mail address count, which two people who share an address have too.
 */
export function findRepeats(submissions: readonly InboxSubmission[]): ReadonlyMap<string, Repeat> {
  const repeats = new Map<string, Repeat>();
  const byId = new Map<string, InboxSubmission>();
  const byPerson = new Map<string, InboxSubmission>();
  const byPersonWithoutId = new Map<string, InboxSubmission>();
  const remember = (
    map: Map<string, InboxSubmission>,
    key: string | undefined,
    submission: InboxSubmission,
  ) => {
    if (key && !map.has(key)) map.set(key, submission);
  };
  for (const submission of submissions) {
    const sent = textOf(submission, 'submission_id');
    const person = personOf(submission);
    const same = sent ? byId.get(sent) : undefined;
    const alike = person ? (sent ? byPersonWithoutId : byPerson).get(person) : undefined;
    if (same) repeats.set(submission.id, { of: same, by: 'id' });
    else if (alike) repeats.set(submission.id, { of: alike, by: 'person' });
    remember(byId, sent, submission);
    remember(byPerson, person, submission);
    if (!sent) remember(byPersonWithoutId, person, submission);
  }
  return repeats;
}
