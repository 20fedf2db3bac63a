/** The field of a cell: the kit's control, what the sheet says, and what is wrong. */
import { useId } from 'react';
import type { EditorTranslate } from '@/i18n/editor';
import { Field } from '@scripts/forms/ui/field';
import { useForm, type FieldFinding } from '@scripts/forms/ui/form-context';
import { isGroupInput } from '@scripts/forms/ui/controls/input-control';
import type { CellInput } from '../../review-types';
import { useReview } from '../use-review';
import { useStoredText, type StoredText } from './use-stored-text';
import { cellControl, ValueControl } from './value-control';

/** A finding without a place: it stands below its control. */
export const findingOf = (text: string, isFault: boolean): FieldFinding => ({
  place: '',
  text,
  isFault,
  isMissing: false,
});

/** Says whether a text is stored. */
function listStoreFindings(state: StoredText['state'], t: EditorTranslate): FieldFinding[] {
  switch (state.is) {
    case 'changed':
      return [findingOf(t('This was changed elsewhere to “{text}”.', { text: state.current }), true)];
    case 'waiting':
      return [
        findingOf(
          t(
            'Not stored yet: the server doesn’t answer. What you typed stays here, and is sent when it’s back.',
          ),
          true,
        ),
      ];
    case 'refused':
      return [findingOf(t.filled(state.reason), true)];
    case 'stored':
      return [findingOf(t('Stored'), false)];
    default:
      return [];
  }
}

interface Props {
  readonly row: string;
  readonly cell: CellInput;
  readonly problems?: readonly FieldFinding[];
}

export function CellControl({ row, cell, problems = [] }: Props) {
  const { view, change } = useReview();
  const { t, forms } = useForm();
  const id = useId();
  const { place } = cell;
  const stored = useStoredText(cell.text, (text, seen, isQuiet) =>
    change({ action: 'correct', row, place, seen, text }, isQuiet),
  );
  const { text, state, type, commit, settle } = stored;
  const control = cellControl(forms, view.type, cell.path);
  const isCorrected = 'column' in place ? cell.text !== cell.sheet : cell.text !== '';
  const said =
    cell.sheet === '' ? t('The sheet says nothing.') : t('The sheet says “{text}”.', { text: cell.sheet });
  // What is chosen is complete; what is typed may go on.
  const isChosen = ['choice', 'choices', 'reference', 'references'].includes(control.kind);
  return (
    <div
      onBlur={() => commit()}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && control.kind !== 'lines') commit();
      }}
    >
      <Field
        id={id}
        label={cell.label}
        {...('column' in place && (isCorrected || control.kind === 'date') && { help: said })}
        isRequired
        isGroup={isGroupInput(control)}
        findings={[...problems, ...listStoreFindings(state, t)]}
      >
        {(ids) => (
          <>
            <ValueControl
              {...ids}
              control={control}
              label={cell.label}
              text={text}
              onChange={isChosen ? commit : type}
            />
            <div className="actions">
              {cell.proposals.map((choice) => (
                <button key={choice.id} type="button" onClick={() => commit(choice.id)}>
                  {choice.name}
                </button>
              ))}
              {isCorrected && (
                <button
                  type="button"
                  onClick={() =>
                    void change({ action: 'restore', row, place, seen: cell.text }).catch(() => undefined)
                  }
                >
                  {t('Take back')}
                </button>
              )}
              {state.is === 'changed' && (
                <>
                  <button type="button" onClick={() => settle(false)}>
                    {t('Keep that')}
                  </button>
                  <button type="button" onClick={() => settle(true)}>
                    {t('Use mine')}
                  </button>
                </>
              )}
            </div>
          </>
        )}
      </Field>
    </div>
  );
}
