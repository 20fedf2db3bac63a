import type { ProblemFinding } from '../problems';

/** What a rule finds, without the rule's own code. */
export type CheckFault = Omit<ProblemFinding, 'code'>;

/** A rule about an entry: its name, whether readers see it as checked, and what it finds. */
export interface Check<E> {
  /** Stable name, also the key of its words for readers: `check.<code>` in `src/i18n/strings`. */
  readonly code: string;
  /** True if passing it is shown to readers under "checked automatically". */
  readonly shown?: true;
  /** The faults; none if the entry meets the rule. */
  readonly run: (entry: E) => CheckFault[];
}

const faultOf =
  (severity: CheckFault['severity']) =>
  (field: string, message: string, hint: string): CheckFault => ({ severity, field, message, hint });

export const blocks = faultOf('blocks');
export const warns = faultOf('warns');
