/** Which rows are shown, and what is done with all of them. */
import { useState } from 'react';
import { localeTable, locales } from '@/i18n/locales';
import { rowStates } from '../review-types';
import { explainFailedRequest } from './api.client';
import { stateTexts } from './state-texts';
import { useReview } from './use-review';

export function ReviewLanguageSwitch() {
  const { t, query, show } = useReview();
  return (
    <div role="group" aria-label={t('Language of the page')} className="switch">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === query.language}
          onClick={() => show({ language: locale, page: query.page })}
        >
          {localeTable[locale].name}
        </button>
      ))}
    </div>
  );
}

export function Toolbar() {
  const { t, view, query, show, change } = useReview();
  const { counts, total } = view;
  const [words, setWords] = useState(query.words);
  const [fault, setFault] = useState('');
  const act = (action: 'acceptReady' | 'acceptDrafts' | 'save' | 'refresh') => {
    setFault('');
    change({ action }).catch((error: unknown) => setFault(explainFailedRequest(error, t)));
  };
  const isSaving = view.save?.isRunning === true;
  return (
    <div className="toolbar">
      <div role="group" aria-label={t('Rows to show')} className="switch">
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
        onSubmit={(event) => {
          event.preventDefault();
          show({ words: words.trim() });
        }}
      >
        <label htmlFor="words">{t('Find rows')}</label>
        <input id="words" type="search" value={words} onChange={({ target }) => setWords(target.value)} />
        <button type="submit">{t('Find rows')}</button>
      </form>
      <div className="actions">
        <button type="button" disabled={counts.ready === 0} onClick={() => act('acceptReady')}>
          {t('Accept all that are ready ({count})', { count: String(counts.ready) })}
        </button>
        {counts.draft > 0 && (
          <button type="button" onClick={() => act('acceptDrafts')}>
            {t('Accept all as drafts to complete ({count})', { count: String(counts.draft) })}
          </button>
        )}
        <button
          type="button"
          className="is-main"
          disabled={counts.accepted === 0 || isSaving}
          onClick={() => act('save')}
        >
          {t('Save the accepted rows ({count})', { count: String(counts.accepted) })}
        </button>
        <button type="button" onClick={() => act('refresh')}>
          {t('Read everything again')}
        </button>
      </div>
      <p role="status" className="note is-problem">
        {fault}
      </p>
    </div>
  );
}
