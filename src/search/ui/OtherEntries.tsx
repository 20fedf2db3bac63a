/** The other entries that the words name: the first ones in a line above the results, and all below. */
import { useState, type ReactNode } from 'react';
import type { SearchEntry } from '../entries/entries';
import type { SearchIslandProps } from '../page/search-props';

/** The number of entries above the results. */
const few = 3;

interface LinksProps {
  readonly props: SearchIslandProps;
  readonly entries: readonly SearchEntry[];
}

export function EntryLinks({ props: { t }, entries }: LinksProps) {
  if (entries.length === 0) return null;
  return (
    <>
      {t('search.others.also')}
      {entries.slice(0, few).map(({ path, title, lang }) => (
        <a key={path} href={path} lang={lang}>
          {title}
        </a>
      ))}
    </>
  );
}

interface FullTextSearchProps {
  readonly props: SearchIslandProps;
  /** The folder of the full texts. */
  readonly texts: string;
  readonly words: string;
}

/** A button that searches the full texts of other pages. Everything that it needs is loaded on a press. */
function FullTextSearch({ props, texts, words }: FullTextSearchProps) {
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

/** The entries, and below them a search of all full texts. */
export function OtherEntries({ props, entries, words }: LinksProps & { readonly words: string }) {
  const { t } = props;
  const { texts } = props.others;
  if (entries.length === 0 && texts === undefined) return null;
  return (
    <section className="search-others" aria-labelledby="search-others">
      <h2 id="search-others">{t('search.others')}</h2>
      {entries.length > 0 && (
        <ul>
          {entries.map(({ type, path, title, lang }) => (
            <li key={path}>
              <a href={path} lang={lang}>
                {title}
              </a>
              <span className="search-lang">{t(`search.texts.${type}`)}</span>
              {lang !== undefined && <span className="search-lang">{props.shownIn[lang]}</span>}
            </li>
          ))}
        </ul>
      )}
      {texts !== undefined && <FullTextSearch props={props} texts={texts} words={words} />}
    </section>
  );
}
