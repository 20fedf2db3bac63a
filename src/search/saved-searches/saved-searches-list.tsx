/** Saved searches, each with what is new in it. Loaded only where there are some. */
import { useEffect, useState } from 'react';
import { isDataSaverOn } from '@/components/data-saver.client';
import { searchesStore, withSeen, type SavedSearch } from '@/device/storage/searches/searches-store';
import { changeItem } from '@/device/storage/storage.client';
import type { SearchesSectionProps } from './searches-props';
import { sinceText } from './news/since-text';
import { useSearchNews, type SearchNews } from './news/use-search-news.client';

interface RowProps {
  readonly search: SavedSearch;
  readonly news: SearchNews | undefined;
  readonly props: SearchesSectionProps;
  readonly seen: () => void;
}

function Row({ search, news, props, seen }: RowProps) {
  const { t, locale, searchPaths } = props;
  const { address, label, lang, lookedAt } = search;
  const path =
    searchPaths[new URLSearchParams(address).has('q') ? lang : locale] ?? searchPaths[locale] ?? '';
  const since = sinceText(t, locale, lookedAt, Date.now());
  const count = news?.count ?? 0;
  return (
    <>
      <p className="row-when">
        {count > 0 ? (
          <strong>{t.count('searches.new', count, { since })}</strong>
        ) : (
          news && t('searches.none', { since })
        )}
      </p>
      <div>
        <h3>
          <a href={path + address} lang={lang === locale ? undefined : lang}>
            {label}
          </a>
        </h3>
        {news && count > 0 && (
          <>
            <ul className="search-news">
              {news.first.map(({ path: to, title, lang: own }) => (
                <li key={to}>
                  <a href={to} lang={own}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
            <p className="saved-notes">
              <a className="button" href={path + address}>
                {t('searches.results')}
              </a>
              <button type="button" className="button" onClick={seen}>
                {t('searches.seen')}
              </button>
            </p>
          </>
        )}
      </div>
    </>
  );
}

export function SavedSearchesList(props: SearchesSectionProps) {
  const { t, RemovableRow, storedList, useList } = props;
  const [searchesList] = useState(() => storedList(searchesStore));
  const list = useList(searchesList);
  const [isWanted, want] = useState(false);
  const { byId, status } = useSearchNews(list.items, props, isWanted);
  const [said, setSaid] = useState('');
  // Nothing of it is loaded without a press where data is to be saved.
  useEffect(() => want(!isDataSaverOn()), []);

  const markSeen = (search: SavedSearch) => {
    const hashes = byId.get(search.id)?.hashes ?? [];
    changeItem(searchesStore, search.id, (present) => present && withSeen(present, hashes, Date.now()));
    setSaid(t('searches.seen.done', { search: search.label }));
  };

  return (
    <>
      <p role="status" className="visually-hidden">
        {status === 'loading' ? t('searches.checking') : said}
      </p>
      {!isWanted && list.items.length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => want(true)}>
            {t('searches.check')}
          </button>
        </p>
      )}
      {status === 'error' && (
        <p className="notice" role="alert">
          {t('searches.offline')}
        </p>
      )}
      <ul className="rows">
        {list.shown.map((search) => (
          <RemovableRow
            key={search.id}
            item={{ title: search.label, lang: search.lang }}
            t={t}
            isRemoved={list.isRemoved(search)}
            toggle={() => (list.isRemoved(search) ? list.restore(search) : list.remove(search))}
          >
            <Row
              key="row"
              search={search}
              news={byId.get(search.id)}
              props={props}
              seen={() => markSeen(search)}
            />
          </RemovableRow>
        ))}
      </ul>
      {list.shown.length === 0 && (
        <p>
          <strong>{t('searches.empty')}</strong> {t('searches.empty.hint')}
        </p>
      )}
    </>
  );
}
