/** The control of a word's meaning, which holds for all rows. */
import { useId, useState } from 'react';
import type { WordInput } from '../../review-types';
import { AskError, explainFailedRequest } from '../api.client';
import { useReview } from '../use-review';
import { useTerms } from './use-terms';

interface Props {
  readonly word: WordInput;
  readonly label: string;
  readonly problems?: string;
}

export function WordControl({ word, label, problems = '' }: Props) {
  const { t, change } = useReview();
  const id = useId();
  const choices = useTerms(word.path);
  const [fault, setFault] = useState('');
  const choose = async (chosen: string | null) => {
    setFault('');
    try {
      await change({ action: 'mean', path: word.path, word: word.word, seen: word.chosen, id: chosen });
    } catch (error) {
      const isChanged = error instanceof AskError && error.reason === 'changed';
      const name = isChanged ? choices.find(({ id: one }) => one === error.text)?.label : undefined;
      setFault(explainFailedRequest(name === undefined ? error : new AskError('changed', name), t));
      if (isChanged) await change({ action: 'view' }).catch(() => undefined);
    }
  };
  const near = word.proposals.filter(({ id: one }) => one !== word.chosen);
  return (
    <div className="control">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        aria-describedby={`${problems} ${id}-note`.trim()}
        value={word.chosen ?? ''}
        onChange={({ target }) => void choose(target.value === '' ? null : target.value)}
      >
        <option value="">{t('Choose…')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {near.map((choice) => (
        <button key={choice.id} type="button" onClick={() => void choose(choice.id)}>
          {choice.label}
        </button>
      ))}
      <p className="note is-problem" role="status" id={`${id}-note`}>
        {fault}
      </p>
    </div>
  );
}
