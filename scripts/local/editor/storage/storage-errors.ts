/** The reasons for which the editor's storage changes nothing. */
import { OperatorError } from '@/model/operator-error';
import type { Problem } from '@/model/problems';
import type { ContentTypeName } from '@/model/types/entry';

/** An entry that goes off the site with another one. */
export interface LeavingEntry {
  readonly type: ContentTypeName;
  readonly title: string;
}

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

/** A save is refused until the editor agrees that other entries go off the site with this one. */
export class LeavingRefusal extends StorageRefusal {
  constructor(readonly leaving: readonly LeavingEntry[]) {
    super('These entries go off the site too');
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
