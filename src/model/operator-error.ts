/**
 * A failure that the person at the terminal can do something about: the message says what is wrong and where, and it
 * or the hint says how to mend it. Every command prints these two without a stack; any other error is a defect of
 * ours, and its stack is shown.
 */
export abstract class OperatorError extends Error {
  /** How to mend it, where the message doesn't say so already. */
  readonly hint?: string;
}
