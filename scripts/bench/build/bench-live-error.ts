import { OperatorError } from '@/model/operator-error';

/** The publisher or the editor ended, or what was saved didn't go live. */
export class BenchLiveError extends OperatorError {
  override readonly name = 'BenchError';
}
