import type { ProblemFinding } from '@/model/problems';

/** A finding about a row. */
export interface RowFinding extends ProblemFinding {
  /** The word of the sheet that it is about, where another meaning can be chosen for it. */
  readonly word?: string;
}

/** What to do about each kind of value that was read with a doubt. */
const hints = {
  'date-ambiguous': 'Write it as 2026-12-31, or say dates: dmy or dates: mdy in the mapping.',
  'date-short': 'Write the year with four digits if that is wrong.',
  'duration-rounded': 'A month counts as four weeks, a year as 52. Write the weeks if that is wrong.',
  'hours-guessed': 'Correct them if that is wrong.',
  'hours-unread': 'Write hours a week, such as 3-5.',
  'length-unread': 'Write weeks, such as 6 weeks, or one-off, or ongoing.',
  'html-converted': 'Read it once.',
  'term-guessed': 'If it means something else, say so under values in the mapping.',
  'text-cut': 'Read the end of it once.',
} as const;

const blocking = new Set<keyof typeof hints>(['date-ambiguous', 'hours-unread', 'length-unread']);

/** Creates a finding about the value of a field. It blocks where there is no value. */
export function createValueFinding(code: keyof typeof hints, field: string, message: string): RowFinding {
  const severity = blocking.has(code) ? 'blocks' : 'warns';
  return { code, severity, field, message, hint: hints[code] };
}
