/** Why a request changes nothing. */
import { OperatorError } from '@/model/operator-error';
import type { ContentTypeName } from '@/model/types/entry';
import type { FormCheck } from '../entry/check-form';
import type { EntryMerge } from '../entry/merge';

/** The details of a refusal, besides its reason. */
export interface RefusalDetails {
  /** The file's present text, where it changed after the form was filled from it; null if it was deleted. */
  readonly current?: string | null;
  /** How the form and that text differ. */
  readonly merge?: EntryMerge;
  /** The model's findings in the form. */
  readonly findings?: FormCheck['findings'];
  /** The entries that go off the site with this one: the editor has to agree. */
  readonly leaving?: readonly { readonly type: ContentTypeName; readonly title: string }[];
}

/** Something is refused. The message is for the editor; nothing was changed. */
export class StorageRefusal extends OperatorError {
  override readonly name = 'StorageRefusal';

  constructor(
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }
}
