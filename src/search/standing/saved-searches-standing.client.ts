/** Fills the lines on the home page. Loaded only where an earlier visit left something on the device. */
import { isDataSaverOn } from '@/components/data-saver.client';
import { readAppliedLog } from '@/device/applied/applied-log.client';
import { savedStore, type SavedItem } from '@/device/saved/saved-store';
import { searchesStore, type SavedSearch } from '@/device/storage/searches/searches-store';
import { shortHash } from '@/model/short-hash';
import { standingKey, standingMark } from '@/device/storage/keys';
import {
  deleteKeys,
  onStorageChange,
  readStore,
  readStoredText,
  storeValue,
} from '@/device/storage/storage.client';
import { translateIsland, type IslandStrings } from '@/i18n/create-translate';
import { readColumns } from '../facets/facet-columns';
import { newsFile } from '../page/search-paths';
import { loadJson } from '@/components/load-file.client';
import { glanceAt, hasNothingIn, type Glance } from '../saved-searches/news/find-news';
import { readFitProfile } from '@/device/storage/fit/fit-answers.client';
import type { NewsFile } from '../saved-searches/news/news-file';
import { readRowIds } from '../cards/row-ids';
import { mostLines, standingLines, type StandingLine, type standingStrings } from './standing-lines';

type Strings = IslandStrings<(typeof standingStrings)[number]>;

/** Loads the latest changes, at most 4 kB once for each version; not where data is to be saved. */
async function loadNews(locale: string, version: string): Promise<NewsFile | undefined> {
  if (isDataSaverOn() || !navigator.onLine) return undefined;
  const file = await loadJson<NewsFile>(`/${newsFile(locale)}?v=${version}`, 'default').catch(
    () => undefined,
  );
  // Of another build: the page is older than the file.
  return file?.index === version ? file : undefined;
}

function glancesAt(
  searches: readonly SavedSearch[],
  version: string,
  file: NewsFile | undefined,
  now: number,
): readonly Glance[] {
  const known = readFitProfile().languages;
  return searches
    .filter((search) => !hasNothingIn(search, version, known))
    .map((search) => (file ? glanceAt(search, file, now, known) : { search, count: 0, isExact: false }));
}

/** When saved opportunities close, where the file tells. */
function closingsIn(
  file: NewsFile | undefined,
  saved: readonly SavedItem[],
): Map<string, number | undefined> {
  if (!file) return new Map();
  const table = readColumns(file);
  const rows = new Map((readRowIds(file, table) ?? []).map((hash, row) => [hash, row]));
  return new Map(
    saved.flatMap(({ id }): [string, number | undefined][] => {
      const row = rows.get(shortHash(id));
      return row === undefined ? (file.isAll ? [[id, undefined]] : []) : [[id, table.closesAt[row]]];
    }),
  );
}

function createItem({ before, name, href, lang = '' }: StandingLine): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  const add = (className: string, text: string) => {
    const words = document.createElement('span');
    words.className = className;
    words.textContent = text;
    link.append(words);
    return words;
  };
  if (before !== '') add('standing-before', `${before} `);
  const words = add('standing-name', name);
  if (lang !== '') words.lang = lang;
  item.append(link);
  return item;
}

/** Shows the lines, and again whenever stored data changes. */
export async function showStanding(part: HTMLElement): Promise<void> {
  const { version = '', saved: savedPath = '' } = part.dataset;
  /** Single quotes needn't be escaped in an attribute, and no string has one. */
  const read = (name: string): unknown => JSON.parse(part.dataset[name]?.replaceAll("'", '"') ?? '{}');
  const { lang: locale } = document.documentElement;
  const t = translateIsland(locale, read('strings') as Strings);
  const paths = { saved: savedPath, search: read('search') as Record<string, string> };
  const list = part.querySelector('ul');
  const room = Number(document.documentElement.style.getPropertyValue('--standing'));
  let file: NewsFile | undefined;

  const show = async () => {
    const searches = readStore(searchesStore);
    const saved = readStore(savedStore);
    const now = Date.now();
    const lines = standingLines(
      {
        applied: await readAppliedLog(),
        saved,
        closings: closingsIn(file, saved),
        glances: glancesAt(searches, version, file, now),
        now,
      },
      searches.length,
      t,
      locale,
      paths,
    );
    list?.replaceChildren(...lines.slice(0, room).map(createItem));
    if (lines.length > 0) storeValue(standingKey, String(Math.min(lines.length, mostLines)));
    else {
      if (readStoredText(standingKey) !== null) deleteKeys([standingKey]);
      document.documentElement.classList.remove(standingMark);
    }
  };

  const isWanted =
    readStore(searchesStore).some((one) => !hasNothingIn(one, version, readFitProfile().languages)) ||
    readStore(savedStore).length > 0;
  if (isWanted) file = await loadNews(locale, version);
  await show();
  onStorageChange(() => void show());
}
