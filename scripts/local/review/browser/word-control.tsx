/** The control of a word's meaning, which holds for all rows. */
import { useId, useState } from 'react';
import type { WordInput } from '../review-types';
import { AskError } from './api.client';
import { useReview } from './use-review';
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
      if (!(error instanceof AskError)) throw error;
      const { reason, text } = error;
      if (reason === 'changed') {
        const name = choices.find(({ id: one }) => one === text)?.label ?? text;
        setFault(t('This was changed elsewhere to “{text}”.', { text: name }));
        await change({ action: 'view' }).catch(() => undefined);
      } else {
        setFault(reason === 'refused' ? t.filled(text) : t('The server doesn’t answer'));
      }
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
