/** The field of a word's meaning, which holds for all rows. */
import { useId } from 'react';
import { Field } from '@scripts/forms/ui/field';
import { useForm, type FieldFinding } from '@scripts/forms/ui/form-context';
import type { WordInput } from '../../inputs';
import { useChange, useReview } from '../use-review';
import { findingOf } from './cell-control';
import { ValueControl, wordControl } from './value-control';

interface Props {
  readonly word: WordInput;
  readonly label: string;
  readonly problems?: readonly FieldFinding[];
}

export function WordControl({ word, label, problems = [] }: Props) {
  const { view } = useReview();
  const { ask, reason } = useChange();
  const { forms } = useForm();
  const id = useId();
  const control = wordControl(forms, view.type, word.path);
  const choose = (meaning: string | null) =>
    ask({ action: 'mean', path: word.path, word: word.word, id: meaning });
  const near = word.proposals.filter(({ id: one }) => one !== word.chosen);
  return (
    <Field
      id={id}
      label={label}
      isRequired
      findings={reason === '' ? problems : [...problems, findingOf(reason, true)]}
    >
      {(ids) => (
        <>
          <ValueControl
            {...ids}
            control={control}
            label={label}
            text={word.chosen ?? ''}
            onChange={(chosen) => choose(chosen === '' ? null : chosen)}
          />
          {near.length > 0 && (
            <div className="bar">
              {near.map((choice) => (
                <button key={choice.id} type="button" onClick={() => choose(choice.id)}>
                  {choice.name}
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
