/** A button that searches the full texts of pages besides opportunities. What it needs is loaded when it is pressed. */
import { useState, type ReactNode } from 'react';
import type { SearchIslandProps } from '../page/search-props';

interface Props {
  readonly props: SearchIslandProps;
  /** The folder of the full texts. */
  readonly texts: string;
  readonly words: string;
}

export function FullTextSearch({ props, texts, words }: Props) {
  const { t, locale } = props;
  const [status, setStatus] = useState<'idle' | 'loading' | 'error'>('idle');
  const [results, show] = useState<ReactNode>();
  if (results !== undefined) return results;

  const search = async () => {
    setStatus('loading');
    try {
      const { searchFullTexts, FullTextResults } = await import('../full-text/full-text-parts.client');
      const found = await searchFullTexts(texts, locale, words);
      show(<FullTextResults props={props} found={found} first={await found.next()} />);
    } catch {
      setStatus('error');
    }
  };

  const labels = {
    idle: 'search.texts.button',
    loading: 'search.loading',
    error: 'search.error.retry',
  } as const;
  return (
    <div className="search-texts">
      <p>{t('search.texts.hint')}</p>
      {status === 'error' && <p role="alert">{t('search.texts.error')}</p>}
      <button
        type="button"
        className="button"
        aria-disabled={status === 'loading'}
        onClick={() => {
          if (status !== 'loading') void search();
        }}
      >
        {t(labels[status])}
      </button>
    </div>
  );
}
