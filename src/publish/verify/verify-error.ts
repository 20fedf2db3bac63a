import { OperatorError } from '@/model/operator-error';

/** What was built is not what should have been. Nothing was published. */
export class VerifyError extends OperatorError {
  override readonly name = 'VerifyError';
}

/** What to do where the program is to blame. */
export const defect = 'Nothing was published. Build again; if it stays so, it is a defect: please report it.';
