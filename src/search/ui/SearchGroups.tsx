/** The other entries that the words find: in one line above the results, and in groups below. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EntryGroup, EntryGroups } from '../entries/find-entry-groups.client';
import { isolateDirection } from '../words/isolate-direction';
import type { SearchIslandProps } from '../page/search-props';

/** The number of entries of a group that are shown at first. */
const few = 3;

const headingId = (type: string) => `search-group-${type}`;

function countOf({ type, entries }: EntryGroup, { t }: SearchIslandProps): string {
  return t.count(`search.others.${type}`, entries.length);
}

interface SummaryProps {
  readonly props: SearchIslandProps;
  readonly groups: EntryGroups['groups'];
}

/** The count of each group, with a link down to it. */
export function GroupSummary({ props, groups }: SummaryProps) {
  if (groups.length === 0) return null;
  return (
    <>
      {props.t('search.others.also')}
      {groups.map((group) => (
        <a
          key={group.type}
          href={`#${headingId(group.type)}`}
          onClick={(event) => {
            // The address holds the search, so the fragment must not replace it.
            event.preventDefault();
            document.getElementById(headingId(group.type))?.focus();
          }}
        >
          {countOf(group, props)}
        </a>
      ))}
    </>
  );
}

function GroupPart({ props, group }: Pick<ListProps, 'props'> & { readonly group: EntryGroup }) {
  const { t } = props;
  const [isWhole, setWhole] = useState(false);
  const next = useRef<HTMLAnchorElement>(null);
  // After "show all" the focus continues where the button was.
  useEffect(() => {
    if (isWhole) next.current?.focus();
  }, [isWhole]);
  const { type, entries } = group;
  return (
    <section aria-labelledby={headingId(type)}>
      <h3 id={headingId(type)} tabIndex={-1}>
        {countOf(group, props)}
      </h3>
      <ul>
        {(isWhole ? entries : entries.slice(0, few)).map(({ path, title, summary, lang }, place) => (
          <li key={path}>
            <a href={path} lang={lang} ref={place === few ? next : undefined}>
              {title}
            </a>
            {lang !== undefined && <span className="search-lang">{props.shownIn[lang]}</span>}
            <p lang={lang}>{summary}</p>
          </li>
        ))}
      </ul>
      {!isWhole && entries.length > few && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t('search.others.all', { what: countOf(group, props) })}
        </button>
      )}
    </section>
  );
}

interface ListProps {
  readonly props: SearchIslandProps;
  readonly found: EntryGroups;
  /** The words of the search. */
  readonly words: string;
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

/** The groups, each with its best entries and a button for all; below them a search of their full texts. */
export function GroupList({ props, found: { groups, replacements }, words }: ListProps) {
  const { t, locale } = props;
  const { texts } = props.others;
  if (groups.length === 0 && texts === undefined) return null;
  return (
    <section className="search-groups" aria-labelledby="search-groups">
      <h2 id="search-groups">{t('search.others')}</h2>
      {replacements.length > 0 && (
        <p>
          {t('search.read.instead', {
            words: new Intl.ListFormat(locale).format(replacements.map(isolateDirection)),
          })}
        </p>
      )}
      {groups.map((group) => (
        <GroupPart key={group.type} props={props} group={group} />
      ))}
      {texts !== undefined && <FullTextSearch props={props} texts={texts} words={words} />}
    </section>
  );
}
