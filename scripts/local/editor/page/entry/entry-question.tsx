/** What the editor is asked before a save goes on. */
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { Dialog } from '../dialog';
import { useWords } from '../../../form-page/browser/words';
import { ChangesQuestion } from './changes';
import { applyChoices } from './merge-choices';
import type { useEntry } from './use-entry';

interface EntryQuestionProps {
  readonly type: ContentTypeName;
  readonly title: string;
  readonly state: ReturnType<typeof useEntry>;
  readonly fields: RawFields;
}

export function EntryQuestion({ type, title, state, fields }: EntryQuestionProps) {
  const { t, forms } = useWords();
  const { question, save, closeQuestion } = state;
  switch (question?.about) {
    case 'changes':
      return (
        <ChangesQuestion
          type={type}
          title={title}
          merge={question.merge}
          onCancel={closeQuestion}
          onChoose={(choices) =>
            void save({ fields: applyChoices(fields, question.merge, choices), base: question.current })
          }
        />
      );
    case 'deleted':
      return (
        <Dialog
          heading={t('This entry was deleted while you were editing it')}
          submit={t('Save it again')}
          onSubmit={() => void save({ base: null })}
          onCancel={closeQuestion}
        >
          <p>{t('“{title}” is no longer there. Nothing has been saved yet.', { title })}</p>
        </Dialog>
      );
    case 'leaving':
      return (
        <Dialog
          heading={t('These entries go off the site too')}
          submit={t('Save and take them off')}
          onSubmit={() => void save({ isConfirmed: true })}
          onCancel={closeQuestion}
        >
          <p>
            {t(
              '“{title}” takes these entries off the site when it’s saved with this status. They’re shown again with it. Nothing has been saved yet.',
              { title },
            )}
          </p>
          <ul>
            {question.leaving.map((one) => (
              <li key={`${one.type} ${one.title}`}>
                {forms.types[one.type].label}: {one.title}
              </li>
            ))}
          </ul>
        </Dialog>
      );
    case undefined:
      return null;
  }
}
