/** What differs between a form and its file, field by field, and which side of it the editor chooses. */
import { localeTable } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryMerge, FieldChange, MergeSide } from '../../entry/merge';
import { Dialog } from '../dialog';
import { useWords } from '../../../form-page/browser/words';
import { formatValue } from './format-value';

function useChangeWords(type: ContentTypeName) {
  const { t, forms } = useWords();
  const find = ({ name }: FieldChange) => forms.types[type].fields.find((field) => field.name === name);
  return {
    label: (change: FieldChange) => {
      const label = find(change)?.label ?? change.name;
      return change.locale === undefined ? label : `${label} (${localeTable[change.locale].name})`;
    },
    value: (change: FieldChange, side: MergeSide) =>
      formatValue({ t, vocabularies: forms.vocabularies }, find(change)?.control, change[side]),
  };
}

interface ChangeListProps {
  readonly type: ContentTypeName;
  readonly heading: string;
  readonly changes: readonly FieldChange[];
  readonly side: MergeSide;
}

/** Fields that need no choice, with their values. */
export function ChangeList({ type, heading, changes, side }: ChangeListProps) {
  const words = useChangeWords(type);
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.key}>
            <strong>{words.label(change)}: </strong>
            <span className="value">{words.value(change, side)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChangesQuestionProps {
  readonly type: ContentTypeName;
  readonly title: string;
  readonly merge: EntryMerge;
  readonly onChoose: (choices: ReadonlyMap<string, MergeSide>) => void;
  readonly onCancel: () => void;
}

/** Asks which side of each conflict to save. None is chosen beforehand. */
export function ChangesQuestion({ type, title, merge, onChoose, onCancel }: ChangesQuestionProps) {
  const { t } = useWords();
  const words = useChangeWords(type);
  const { conflicts, fromFile, fromForm } = merge;
  const sides = { file: t('In the file now'), form: t('In this form') };
  const chooseAll = (form: HTMLFormElement | null, side: MergeSide) => {
    for (const input of form?.querySelectorAll<HTMLInputElement>(`input[value="${side}"]`) ?? [])
      input.checked = true;
  };
  return (
    <Dialog
      heading={t('This entry changed while you were editing it')}
      submit={t('Save')}
      onCancel={onCancel}
      onSubmit={(answers) =>
        onChoose(new Map(conflicts.map(({ key }) => [key, answers.get(key) === 'file' ? 'file' : 'form'])))
      }
    >
      <p>
        {conflicts.length > 0
          ? t(
              '“{title}” was changed by another tab or program. Nothing has been saved yet. Choose what to save for each field.',
              { title },
            )
          : t(
              '“{title}” was changed by another tab or program, in other fields than you changed. Nothing has been saved yet.',
              { title },
            )}
      </p>
      {conflicts.length > 1 && (
        <div className="bar">
          <button type="button" onClick={({ currentTarget }) => chooseAll(currentTarget.form, 'file')}>
            {t('Choose the file for all')}
          </button>
          <button type="button" onClick={({ currentTarget }) => chooseAll(currentTarget.form, 'form')}>
            {t('Choose this form for all')}
          </button>
        </div>
      )}
      {conflicts.map((change) => (
        <fieldset key={change.key}>
          <legend>{words.label(change)}</legend>
          {(['file', 'form'] as const).map((side) => (
            <label key={side} className="side">
              <input type="radio" name={change.key} value={side} required />
              <strong>{sides[side]}</strong>
              <span className="value" lang={change.locale}>
                {words.value(change, side)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <ChangeList
        type={type}
        heading={t('Changed in the file only, and kept')}
        changes={fromFile}
        side="file"
      />
      <ChangeList
        type={type}
        heading={t('Changed in this form only, and saved')}
        changes={fromForm}
        side="form"
      />
    </Dialog>
  );
}
