import { useEffect, useState } from 'react';
import { searchesStore, type SavedSearch } from '@/device/storage/searches/searches-store';
import { changeItem } from '@/device/storage/storage.client';
import { parseAddress } from '../../facets/search-address';
import { createEngine, type SearchEngine } from '../../query/engine.client';
import { checkSearch } from './check-search.client';
import { hasNothingIn, withNothingIn } from './find-news';
import { readFitProfile } from '@/device/storage/fit/fit-answers.client';
import type { SearchesSectionProps } from '../searches-props';

/** The new results of a search. */
export interface SearchNews {
  readonly count: number;
  /** The first of them. */
  readonly first: readonly {
    readonly path: string;
    readonly title: string;
    readonly lang: string | undefined;
  }[];
  /** The hashes of all that are new. */
  readonly hashes: readonly string[];
}

/** So many titles are shown. */
const shownTitles = 3;

/** Checks searches one after the other, so that files are shared. */
async function checkAll(
  searches: readonly SavedSearch[],
  { locale, version }: Pick<SearchesSectionProps, 'locale' | 'version'>,
  isFresh: boolean,
): Promise<ReadonlyMap<string, SearchNews>> {
  const engines = new Map<string, SearchEngine>();
  const news = new Map<string, SearchNews>();
  for (const search of searches) {
    const { q } = parseAddress(search.address);
    // Words belong to a language; filters are the same in all.
    const lang = q === '' ? locale : search.lang;
    const tag = isFresh || lang !== locale ? String(Date.now()) : version;
    const engine = engines.get(lang) ?? createEngine({ root: '/', locale: lang, tag, isFresh });
    engines.set(lang, engine);
    const checked = await checkSearch(search, engine, Date.now(), readFitProfile().languages);
    const { fresh, index } = checked;
    const cards = await engine.cards('', fresh.slice(0, shownTitles));
    news.set(search.id, {
      count: fresh.length,
      first: cards.map((card) => ({
        path: card.path,
        title: card.title,
        lang: card.lang === locale ? undefined : card.lang,
      })),
      hashes: fresh.map((row) => checked.ids[row] ?? ''),
    });
    const known = readFitProfile().languages;
    if (fresh.length === 0 && !hasNothingIn(search, index, known))
      changeItem(searchesStore, search.id, (present) => present && withNothingIn(present, index, known));
  }
  return news;
}

/** Finds the news of saved searches by their ids, again when searches come, or something of them was seen. */
export function useSearchNews(
  searches: readonly SavedSearch[],
  props: Pick<SearchesSectionProps, 'locale' | 'version'>,
  isWanted: boolean,
) {
  const [byId, setById] = useState<ReadonlyMap<string, SearchNews>>(new Map());
  const [status, setStatus] = useState<'loading' | 'ready' | 'error'>();
  const { locale, version } = props;
  const key = searches.map(({ id, seen }) => `${id} ${seen.length}`).join('\n');

  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    setStatus('loading');
    const check = async () => {
      try {
        const found = await checkAll(searches, { locale, version }, false).catch(() =>
          // The site may have been published since this page was loaded.
          checkAll(searches, { locale, version }, true),
        );
        if (isStale) return;
        setById(found);
        setStatus('ready');
      } catch {
        if (!isStale) setStatus('error');
      }
    };
    void check();
    return () => {
      isStale = true;
    };
    // The searches by what makes their news.
  }, [key, locale, version, isWanted]);

  return { byId, status };
}
