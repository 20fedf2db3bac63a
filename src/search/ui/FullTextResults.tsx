/** The pages whose full texts have the words, each with the place where they are. */
import { useEffect, useRef, useState } from 'react';
import type { TextResult, TextResults } from '../full-text/search-full-texts.client';
import type { SearchIslandProps } from '../page/search-props';

interface Props {
  readonly props: SearchIslandProps;
  readonly found: TextResults;
  /** The first results. */
  readonly first: readonly TextResult[];
}

export function FullTextResults({ props, found, first }: Props) {
  const { t } = props;
  const [results, setResults] = useState(first);
  const [status, setStatus] = useState<'ready' | 'error'>('ready');
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // The focus continues where the button was: at the heading, later at the first of the further results.
  const [focused, focusOn] = useState(0);
  useEffect(() => {
    if (focused === 0) heading.current?.focus();
    else list.current?.querySelectorAll('a')[focused]?.focus();
  }, [focused]);

  const showMore = async () => {
    try {
      const next = await found.next();
      setResults([...results, ...next]);
      setStatus('ready');
      if (next.length === 0) heading.current?.focus();
      else focusOn(results.length);
    } catch {
      setStatus('error');
    }
  };

  return (
    <section className="search-texts" aria-labelledby="search-texts">
      <h3 id="search-texts" ref={heading} tabIndex={-1}>
        {t('search.texts')}
      </h3>
      {results.length === 0 && <p>{t('search.none')}</p>}
      <ul ref={list}>
        {results.map(({ path, title, type, lang, excerpt }) => (
          <li key={path}>
            <a href={path} lang={lang}>
              {title}
            </a>
            <span className="search-lang">{t(`search.texts.${type}`)}</span>
            {lang !== undefined && <span className="search-lang">{props.shownIn[lang]}</span>}
            <p lang={lang}>
              {excerpt.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
            </p>
          </li>
        ))}
      </ul>
      {status === 'error' && <p role="alert">{t('search.texts.error')}</p>}
      {found.hasMore() && (
        <button type="button" className="button" onClick={() => void showMore()}>
          {t('search.texts.more')}
        </button>
      )}
    </section>
  );
}
