import { OperatorError } from '@/model/operator-error';

/** The index could not be written, or isn't what it should be. The message says what, where and what to do. */
export class SearchIndexError extends OperatorError {
  override readonly name = 'SearchIndexError';
}
