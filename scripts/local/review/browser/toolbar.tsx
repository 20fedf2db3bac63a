/** Which rows are shown, and what is done with all of them. */
import { useState } from 'react';
import { rowStates } from '../review-types';
import { stateTexts } from './row';
import { useWords } from '../../form-page/browser/words';
import { useChange, useReview } from './use-review';

export function Toolbar() {
  const { view, query, show } = useReview();
  const { ask, fault } = useChange();
  const { t } = useWords();
  const { counts, total } = view;
  const [words, setWords] = useState(query.words);
  const isSaving = view.save?.isRunning === true;
  return (
    <div className="row-tools">
      <div role="group" aria-label={t('Rows to show')} className="bar">
        <button
          type="button"
          aria-pressed={query.state === undefined}
          onClick={() => show({ state: undefined })}
        >
          {t('All rows')} <span className="count">{total}</span>
        </button>
        {rowStates.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={query.state === state}
            onClick={() => show({ state })}
          >
            {t(stateTexts[state])} <span className="count">{counts[state]}</span>
          </button>
        ))}
      </div>
      <form
        role="search"
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          show({ words: words.trim() });
        }}
      >
        <label htmlFor="words">{t('Find rows')}</label>
        <input id="words" type="search" value={words} onChange={({ target }) => setWords(target.value)} />
        <button type="submit">{t('Find rows')}</button>
      </form>
      <div className="bar">
        <button
          type="button"
          disabled={counts.ready === 0}
          onClick={() => ask({ action: 'acceptAll', state: 'ready' })}
        >
          {t('Accept all that are ready ({count})', { count: String(counts.ready) })}
        </button>
        {counts.draft > 0 && (
          <button type="button" onClick={() => ask({ action: 'acceptAll', state: 'draft' })}>
            {t('Accept all as drafts to complete ({count})', { count: String(counts.draft) })}
          </button>
        )}
        <button
          type="button"
          className="is-main"
          disabled={counts.accepted === 0 || isSaving}
          onClick={() => ask({ action: 'save' })}
        >
          {t('Save the accepted rows ({count})', { count: String(counts.accepted) })}
        </button>
        <button type="button" onClick={() => ask({ action: 'refresh' })}>
          {t('Read everything again')}
        </button>
      </div>
      {fault}
    </div>
  );
}
