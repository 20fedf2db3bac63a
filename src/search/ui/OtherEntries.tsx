/** The other entries that the words name: the first ones in a line above the results, and all below. */
import { useEffect, useRef, useState } from 'react';
import type { SearchEntry } from '../entries/entries';
import type { TextResult } from '../full-text/search-full-texts.client';
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

interface EntryListProps {
  readonly props: SearchIslandProps;
  /** Each with the place of its text where the words are, if these were looked for. */
  readonly entries: readonly (Omit<SearchEntry, 'acronym'> & Partial<Pick<TextResult, 'excerpt'>>)[];
}

/** The names of pages, each with its kind, and its language where that is another. */
function EntryList({ props, entries }: EntryListProps) {
  return (
    <ul>
      {entries.map(({ type, path, title, lang, excerpt }) => (
        <li key={path}>
          <a href={path} lang={lang}>
            {title}
          </a>
          <span className="search-lang">{props.t(`search.texts.${type}`)}</span>
          {lang !== undefined && <span className="search-lang">{props.shownIn[lang]}</span>}
          {excerpt && (
            <p lang={lang}>
              {excerpt.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FullTextSearchProps {
  readonly props: SearchIslandProps;
  /** The folder of the full texts. */
  readonly texts: string;
  readonly words: string;
}

/** A button that searches the full texts of other pages, then its results. Everything that it needs is loaded on a press. */
function FullTextSearch({ props, texts, words }: FullTextSearchProps) {
  const { t, locale } = props;
  const [status, setStatus] = useState<'idle' | 'loading' | 'error'>('idle');
  const [results, show] = useState<readonly TextResult[]>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus continues where the button was.
  useEffect(() => heading.current?.focus(), [results]);
  if (results)
    return (
      <section className="search-texts" aria-labelledby="search-texts">
        <h3 id="search-texts" ref={heading} tabIndex={-1}>
          {t('search.texts')}
        </h3>
        {results.length === 0 && <p>{t('search.none')}</p>}
        <EntryList props={props} entries={results} />
      </section>
    );

  const search = async () => {
    setStatus('loading');
    try {
      const { searchFullTexts } = await import('../full-text/search-full-texts.client');
      show(await searchFullTexts(texts, locale, words));
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
  const { texts } = props.others;
  if (entries.length === 0 && texts === undefined) return null;
  return (
    <section className="search-others" aria-labelledby="search-others">
      <h2 id="search-others">{props.t('search.others')}</h2>
      {entries.length > 0 && <EntryList props={props} entries={entries} />}
      {texts !== undefined && <FullTextSearch props={props} texts={texts} words={words} />}
    </section>
  );
}
