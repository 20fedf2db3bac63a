import { OperatorError } from '@/model/operator-error';

/** A file can't be imported at all. It says what is wrong with the file, and what to do. */
export class ImportError extends OperatorError {
  override readonly name = 'ImportError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}
