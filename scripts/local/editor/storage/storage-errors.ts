/** The reasons for which the editor's storage changes nothing. */
import { OperatorError } from '@/model/operator-error';
import type { Problem } from '@/model/problems';

/** A save or a deletion is refused. The message is for the editor; nothing was changed. */
export class StorageRefusal extends OperatorError {
  override readonly name = 'StorageRefusal';
}

/** An entry is refused for what the model finds in it. */
export class EntryRefusal extends StorageRefusal {
  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super(message);
  }
}

/** A file changed after the editor read it. Nothing was changed. */
export class ConflictError extends OperatorError {
  override readonly name = 'ConflictError';

  constructor(
    message: string,
    /** The file's present text; null if it was deleted. */
    readonly current: string | null,
  ) {
    super(message);
  }
}
