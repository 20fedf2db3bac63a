/** Asks before an entry is deleted, and again where its file changed meanwhile. */
import { useState } from 'react';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryMerge } from '../../entry/merge';
import { ask, readRefusal } from '../ask.client';
import { Dialog } from '../dialog';
import { useHost } from '../host.client';
import { hrefOf } from '../place';
import { useWords } from '../../../form-page/browser/words';
import { ChangeList } from './changes';
import type { Notice } from './use-entry';

interface DeletedEntry {
  readonly path: string;
  readonly base: string;
}

interface DeleteQuestionProps {
  readonly type: ContentTypeName;
  readonly entry: DeletedEntry;
  readonly isUnsaved: boolean;
  readonly onDeleted: () => void;
  /** Called where nothing was deleted, with what is told of it. */
  readonly onCancel: (said: Notice | undefined) => void;
}

interface Changed {
  readonly merge: EntryMerge;
  readonly current: string;
}

export function DeleteQuestion({ type, entry, isUnsaved, onDeleted, onCancel }: DeleteQuestionProps) {
  const { t } = useWords();
  const host = useHost();
  const [changed, setChanged] = useState<Changed>();
  const remove = async () => {
    try {
      await ask({ action: 'delete', path: entry.path, base: changed?.current ?? entry.base });
      host.forget();
      onDeleted();
      location.hash = hrefOf({ at: 'list', type });
    } catch (error) {
      const details = readRefusal(error);
      if (details.merge && typeof details.current === 'string')
        return setChanged({ merge: details.merge, current: details.current });
      onCancel({ is: 'refused', text: t.filled(error instanceof Error ? error.message : String(error)) });
    }
  };
  const { conflicts = [], fromFile = [], fromForm = [] } = changed?.merge ?? {};
  return (
    <Dialog
      heading={
        changed
          ? t('This entry changed after you opened it')
          : isUnsaved
            ? t('Delete this entry, and what you typed and did not save?')
            : t('Delete this entry?')
      }
      submit={changed ? t('Delete it anyway') : t('Delete entry')}
      onSubmit={() => void remove()}
      onCancel={() => onCancel({ is: 'refused', text: t('Nothing was deleted.') })}
    >
      {changed && <p>{t('It was changed by another tab or program. Nothing has been deleted yet.')}</p>}
      <ChangeList
        type={type}
        heading={t('In the file now')}
        changes={[...conflicts, ...fromFile, ...fromForm]}
        side="file"
      />
    </Dialog>
  );
}
