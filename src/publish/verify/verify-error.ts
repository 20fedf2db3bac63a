import { OperatorError } from '@/model/operator-error';

/** The built site is wrong or incomplete. Nothing was published. */
export class VerifyError extends OperatorError {
  override readonly name = 'VerifyError';
}

/** Advice if the program is at fault. */
export const defectHint =
  'Nothing was published. Build again. If it happens again, it’s a bug: please report it.';
