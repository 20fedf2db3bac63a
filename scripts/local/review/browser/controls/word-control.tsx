/** The field of a word's meaning, which holds for all rows. */
import { useForm, type FieldFinding } from '@scripts/forms/ui/form-context';
import type { WordInput } from '../../inputs';
import { useChange, useReview } from '../use-review';
import { findingOf } from './cell-control';
import { ValueField, wordControl } from './value-control';

interface Props {
  readonly word: WordInput;
  /** Another label than what it means. */
  readonly label?: string;
  readonly problems?: readonly FieldFinding[];
}

export function WordControl({ word, label, problems = [] }: Props) {
  const { view } = useReview();
  const { ask, reason } = useChange();
  const { t, forms } = useForm();
  const choose = (id: string) =>
    ask({ action: 'mean', path: word.path, word: word.word, id: id === '' ? null : id });
  const near = word.proposals.filter(({ id }) => id !== word.chosen);
  return (
    <ValueField
      label={label ?? t('{field}: “{word}” means', { field: word.label, word: word.word })}
      control={wordControl(forms, view.type, word.path)}
      text={word.chosen ?? ''}
      findings={reason === '' ? problems : [...problems, findingOf(reason, true)]}
      choices={near.map(({ id, name }) => [name, id])}
      onChange={choose}
      onChoose={choose}
    />
  );
}
