/** Finds submissions that repeat an earlier application. All are stored; this only marks them. */
import type { InboxSubmission } from './store';

/** The earlier submission, and how the repetition was recognized. */
export interface Repeat {
  readonly of: InboxSubmission;
  /** `id`: surely, by the sender's `submission_id`. `person`: probably, by opportunity and e-mail address. */
  readonly by: 'id' | 'person';
}

function readText({ fields }: InboxSubmission, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Returns a key of person and opportunity; undefined if the submission isn't an application. */
function personKey(submission: InboxSubmission): string | undefined {
  const [opportunity, email] = [readText(submission, 'opportunity'), readText(submission, 'email')];
  return opportunity && email ? `${opportunity} ${email.toLowerCase()}` : undefined;
}

/**
 * Finds the first submission that each one repeats, by the inbox's own ids. All attempts to send an application have the
 * same `submission_id`, if a script created one. Without a script there is none: then the same opportunity and e-mail
 * address count, although two people may share an address.
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
    const sent = readText(submission, 'submission_id');
    const person = personKey(submission);
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
