/** The control of a cell: a line, a text, a day, a number, or terms from a list. */
import { useId } from 'react';
import type { CellInput } from '../../review-types';
import { useReview } from '../use-review';
import { useStoredText, type StoredText } from './use-stored-text';
import { useTerms } from './use-terms';

interface Props {
  readonly row: string;
  readonly cell: CellInput;
  /** The ids of the problems that it solves. */
  readonly problems?: string;
}

const hasTerms = ({ control }: CellInput) => control === 'term' || control === 'terms';

/** The state of a text: stored, waiting, refused, or changed elsewhere. */
function StoreNote({ state, settle, id }: Pick<StoredText, 'state' | 'settle'> & { id: string }) {
  const { t } = useReview();
  if (state.is === 'changed') {
    return (
      <div className="note is-problem" role="alert" id={id}>
        <p>{t('This was changed elsewhere to “{text}”.', { text: state.current })}</p>
        <button type="button" onClick={() => settle(false)}>
          {t('Keep that')}
        </button>
        <button type="button" onClick={() => settle(true)}>
          {t('Use mine')}
        </button>
      </div>
    );
  }
  const text =
    state.is === 'waiting'
      ? t('Not stored yet: the server doesn’t answer. What you typed stays here, and is sent when it’s back.')
      : state.is === 'refused'
        ? t.filled(state.reason)
        : state.is === 'stored'
          ? t('Stored')
          : '';
  return (
    <p className={state.is === 'stored' ? 'note' : 'note is-problem'} role="status" id={id}>
      {text}
    </p>
  );
}

export function CellControl({ row, cell, problems = '' }: Props) {
  const { t, change } = useReview();
  const id = useId();
  const choices = useTerms(hasTerms(cell) ? cell.path : '');
  const { place, control } = cell;
  const stored = useStoredText(cell.text, (text, seen, isQuiet) =>
    change({ action: 'correct', row, place, seen, text }, isQuiet),
  );
  const { text, type, commit } = stored;
  const isCorrected = 'column' in place ? cell.text !== cell.sheet : cell.text !== '';
  const common = {
    id,
    'aria-describedby': `${problems} ${id}-sheet ${id}-note`.trim(),
    value: text,
    onBlur: () => commit(),
  };
  return (
    <div className="control">
      <label htmlFor={id}>{cell.label}</label>
      {control === 'text' && <textarea {...common} rows={4} onChange={({ target }) => type(target.value)} />}
      {(control === 'line' || control === 'number' || control === 'terms') && (
        <input
          {...common}
          type="text"
          inputMode={control === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={({ target }) => type(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit();
          }}
        />
      )}
      {control === 'date' && (
        <input
          {...common}
          type="date"
          value={/^\d{4}-\d\d-\d\d$/.test(text) ? text : ''}
          onChange={({ target }) => {
            // A day that is half typed is no value.
            if (target.value !== '') type(target.value);
          }}
        />
      )}
      {control === 'term' && (
        <select {...common} onChange={({ target }) => commit(target.value)}>
          {!choices.some(({ id: one }) => one === text) && (
            <option value={text}>{text === '' ? t('Choose…') : text}</option>
          )}
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {control === 'flag' && (
        <select {...common} onChange={({ target }) => commit(target.value)}>
          {!['yes', 'no'].includes(text) && <option value={text}>{text === '' ? t('Choose…') : text}</option>}
          <option value="yes">{t('Yes')}</option>
          <option value="no">{t('No')}</option>
        </select>
      )}
      {control === 'terms' && (
        <select
          aria-label={`${t('Add…')} ${cell.label}`}
          value=""
          onChange={({ target }) =>
            commit([text, target.value].filter((part) => part.trim() !== '').join('; '))
          }
        >
          <option value="">{t('Add…')}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {cell.proposals.map((choice) => (
        <button key={choice.id} type="button" onClick={() => commit(choice.id)}>
          {choice.label}
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
      <p className="note" id={`${id}-sheet`}>
        {'column' in place &&
          (isCorrected || control === 'date') &&
          (cell.sheet === ''
            ? t('The sheet says nothing.')
            : t('The sheet says “{text}”.', { text: cell.sheet }))}
      </p>
      <StoreNote {...stored} id={`${id}-note`} />
    </div>
  );
}
