/** What the test's inbox has taken. */
import type { StoredFile } from '../../scripts/local/inbox/store';
import { inboxUrl } from '../../scripts/test/ports';

export interface InboxLine {
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly files?: readonly StoredFile[];
}

/** Every submission so far, from the inbox itself. */
export async function submissions(): Promise<InboxLine[]> {
  const response = await fetch(`${inboxUrl}/submissions.json`);
  return (await response.json()) as InboxLine[];
}

/** The submissions in which a name stands that only one test uses. */
export async function submissionsOf(name: string): Promise<InboxLine[]> {
  return (await submissions()).filter(({ fields }) => fields['name'] === name);
}

/** The number of a submission as a visitor reads it. */
export const numberOf = (submission: InboxLine | undefined): string =>
  submission?.fields['number'] ?? 'no number';
