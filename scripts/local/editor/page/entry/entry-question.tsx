/** The questions before an entry is saved or deleted. */
import { localeTable } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import { useWords } from '../../../form-page/browser/words';
import type { FieldChange, MergeSide } from '../../entry/merge';
import { Dialog } from '../dialog';
import { formatValue } from './format-value';
import { applyChange, type useEntry } from './use-entry';

interface EntryQuestionProps {
  readonly type: ContentTypeName;
  readonly title: string;
  readonly state: ReturnType<typeof useEntry>;
}

/** The values of both sides of a field that changed on both. None is chosen beforehand. */
function Conflict({ type, change }: { readonly type: ContentTypeName; readonly change: FieldChange }) {
  const { t, forms } = useWords();
  const { key, name, locale } = change;
  const field = forms.types[type].fields.find((one) => one.name === name);
  const label = field?.label ?? name;
  const sides: readonly (readonly [MergeSide, string])[] = [
    ['file', t('In the file now')],
    ['form', t('In this form')],
  ];
  return (
    <fieldset>
      <legend>{locale === undefined ? label : `${label} (${localeTable[locale].name})`}</legend>
      {sides.map(([side, words]) => (
        <label key={side} className="side">
          <input type="radio" name={key} value={side} required />
          <strong>{words}</strong>
          <span className="value" lang={locale}>
            {formatValue({ t, vocabularies: forms.vocabularies }, field?.control, change[side])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function EntryQuestion({ type, title, state }: EntryQuestionProps) {
  const { t, forms } = useWords();
  const { question, save, remove, closeQuestion } = state;
  switch (question?.about) {
    case 'changes': {
      const { conflicts, current, fields } = question;
      return (
        <Dialog
          heading={t('This entry changed while you were editing it')}
          submit={t('Save')}
          onCancel={closeQuestion}
          onSubmit={(answers) => {
            const taken = conflicts.filter(({ key }) => answers.get(key) === 'file');
            void save({ fields: taken.reduce(applyChange, fields), base: current });
          }}
        >
          <p>
            {t(
              '“{title}” was changed by another tab or program. Nothing has been saved yet. Choose what to save for each field.',
              { title },
            )}
          </p>
          {conflicts.map((change) => (
            <Conflict key={change.key} type={type} change={change} />
          ))}
        </Dialog>
      );
    }
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
                {t('{group}: {part}', { group: forms.types[one.type].label, part: one.title })}
              </li>
            ))}
          </ul>
        </Dialog>
      );
    case 'removal':
      return (
        <Dialog
          heading={
            state.isUnsaved
              ? t('Delete this entry, and what you typed and did not save?')
              : t('Delete this entry?')
          }
          submit={t('Delete entry')}
          onSubmit={() => void remove()}
          onCancel={closeQuestion}
        />
      );
    case undefined:
      return null;
  }
}
