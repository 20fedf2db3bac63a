/** The field of a cell: the kit's control, what the sheet says, and what is wrong. */
import { useForm, type FieldFinding } from '@scripts/forms/ui/form-context';
import type { CellInput } from '../../inputs';
import { explain } from '../../../form-page/browser/ask.client';
import { useReview } from '../use-review';
import { useStoredText } from './use-stored-text';
import { cellControl, ValueField } from './value-control';

/** A finding without a place: it stands below its control. */
export const findingOf = (text: string, isFault: boolean): FieldFinding => ({
  place: '',
  text,
  isFault,
  isMissing: false,
});

interface Props {
  readonly row: string;
  readonly cell: CellInput;
  readonly problems?: readonly FieldFinding[];
}

export function CellControl({ row, cell, problems = [] }: Props) {
  const { view, change } = useReview();
  const { t, forms } = useForm();
  const { column } = cell;
  const { text, state, type, commit } = useStoredText(cell.text, (written, seen, isQuiet) =>
    change({ action: 'correct', row, column, seen, text: written }, isQuiet),
  );
  const control = cellControl(forms, view.type, cell.path);
  const isCorrected = cell.text !== cell.sheet;
  const said =
    cell.sheet === '' ? t('The sheet says nothing.') : t('The sheet says “{text}”.', { text: cell.sheet });
  // What is chosen is complete; what is typed may go on.
  const isChosen = ['choice', 'choices', 'reference', 'references'].includes(control.kind);
  const findings = [...problems];
  if (state.is === 'stored') findings.push(findingOf(t('Stored'), false));
  if (state.is === 'refused') findings.push(findingOf(explain(t, state.error), true));
  if (state.is === 'waiting') {
    findings.push(
      findingOf(
        t(
          'Not stored yet: the server doesn’t answer. What you typed stays here, and is sent when it’s back.',
        ),
        true,
      ),
    );
  }
  const choices: [label: string, chosen: string][] = [];
  if (isCorrected) choices.push([t('Take back'), cell.sheet]);
  if (state.is === 'refused') choices.push([t('Keep that'), state.present], [t('Use mine'), text]);
  return (
    <div
      onBlur={() => commit()}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && control.kind !== 'lines') commit();
      }}
    >
      <ValueField
        label={cell.label}
        {...((isCorrected || (control.kind === 'date' && cell.sheet !== '')) && { help: said })}
        control={control}
        text={text}
        findings={findings}
        choices={choices}
        onChange={isChosen ? commit : type}
        onChoose={commit}
      />
    </div>
  );
}
