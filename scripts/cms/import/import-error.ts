import { OperatorError } from '@/model/operator-error';

/** A file that can't be imported at all: what is wrong with it, and what to do. */
export class ImportError extends OperatorError {
  override readonly name = 'ImportError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}
