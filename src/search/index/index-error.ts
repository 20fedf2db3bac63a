import { OperatorError } from '@/model/operator-error';

/** Thrown where the index could not be written, or is invalid. The message says what, where and what to do. */
export class SearchIndexError extends OperatorError {
  override readonly name = 'SearchIndexError';
}
