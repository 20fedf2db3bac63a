import type { ProblemFinding } from '@/model/problems';

/** A finding about a row. */
export interface RowFinding extends ProblemFinding {
  /** The word of the sheet that it is about, where another meaning can be chosen for it. */
  readonly word?: string;
}
