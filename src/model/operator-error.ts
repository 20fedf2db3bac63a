/**
 * A failure that the person at the terminal can do something about: the message says what is wrong and where, and it
 * or the hint says how to fix it. Every command prints these two without a stack; any other error is a defect of
 * ours, and its stack is shown. A class of its own is for what somebody tells apart.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';

  constructor(
    message: string,
    /** The way to fix it, if the message doesn't give it. */
    readonly hint?: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
