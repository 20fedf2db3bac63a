import type { ProblemFinding } from '../problems';

/** A rule about an entry: its name, whether readers see it as checked, and what it finds. */
export interface Check<E> {
  /** Stable name, also the key of its words for readers: `check.<code>` in `src/i18n/strings`. */
  readonly code: string;
  /** True if passing it is shown to readers under "checked automatically". */
  readonly shown: boolean;
  /** The faults; none if the entry meets the rule. */
  readonly run: (entry: E) => ProblemFinding[];
}
