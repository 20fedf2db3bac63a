/** The field of a word's meaning, which holds for all rows. */
import { useId, useState } from 'react';
import { Field } from '@scripts/forms/ui/field';
import { useForm, useFormHost, type FieldFinding } from '@scripts/forms/ui/form-context';
import type { WordInput } from '../../review-types';
import { explainFailedRequest, readChanged } from '../ask.client';
import { useReview } from '../use-review';
import { findingOf } from './cell-control';
import { ValueControl, wordControl } from './value-control';

interface Props {
  readonly word: WordInput;
  readonly label: string;
  readonly problems?: readonly FieldFinding[];
}

export function WordControl({ word, label, problems = [] }: Props) {
  const { view, change } = useReview();
  const { t, forms } = useForm();
  const host = useFormHost();
  const id = useId();
  const [fault, setFault] = useState('');
  const control = wordControl(forms, view.type, word.path);
  /** The name of a term or of an entry. */
  const nameOf = async (one: string): Promise<string> => {
    if (control.kind === 'choice')
      return forms.vocabularies[control.vocabulary]?.find(([term]) => term === one)?.[1] ?? one;
    const entries = control.kind === 'reference' ? await host.entries(control.to).catch(() => []) : [];
    return entries.find((entry) => entry.id === one)?.name ?? one;
  };
  const choose = async (chosen: string | null) => {
    setFault('');
    try {
      await change({ action: 'mean', path: word.path, word: word.word, seen: word.chosen, id: chosen });
    } catch (error) {
      const changed = readChanged(error);
      setFault(explainFailedRequest(error, t, changed && (await nameOf(changed))));
      if (changed !== undefined) await change({ action: 'view' }).catch(() => undefined);
    }
  };
  const near = word.proposals.filter(({ id: one }) => one !== word.chosen);
  return (
    <Field
      id={id}
      label={label}
      isRequired
      findings={fault === '' ? problems : [...problems, findingOf(fault, true)]}
    >
      {(ids) => (
        <>
          <ValueControl
            {...ids}
            control={control}
            label={label}
            text={word.chosen ?? ''}
            onChange={(chosen) => void choose(chosen === '' ? null : chosen)}
          />
          {near.length > 0 && (
            <div className="actions">
              {near.map((choice) => (
                <button key={choice.id} type="button" onClick={() => void choose(choice.id)}>
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
