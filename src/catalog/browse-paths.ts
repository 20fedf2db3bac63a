import type { Locale } from '@/i18n/locales';
import type { BrowseGroup } from '@/site/browse-list';
import { getBrowse } from './browse';
import { pageCount } from './paths';
import { getSite } from './site';

/** Which list a browse page shows, and which page of it. */
export type BrowseList = BrowseGroup & { readonly page: number };

/** Static paths of every browse list and its pages, below `browse/[facet]/[...rest]`. */
export async function browsePaths() {
  const { locales } = await getSite();
  const perLocale = await Promise.all(locales.map(pathsOf));
  return perLocale.flat();
}

async function pathsOf(locale: Locale) {
  const { facets, taskLanguages } = await getBrowse(locale);
  const pages = (facet: string, rest: string, entries: number, list: (page: number) => BrowseList) =>
    Array.from({ length: pageCount(entries) }, (_, index) => ({
      params: { locale, facet, rest: index === 0 ? rest : `${rest}/page/${index + 1}` },
      props: { locale, list: list(index + 1) },
    }));
  return [
    ...facets.flatMap(({ facet, values }) =>
      values.flatMap(({ value, opportunities }) =>
        pages(facet, value, opportunities.length, (page) => ({ kind: 'value', facet, value, page })),
      ),
    ),
    ...taskLanguages.flatMap(({ task, lang, opportunities }) =>
      pages('task', `${task}/lang/${lang}`, opportunities.length, (page) => ({
        kind: 'task-lang',
        task,
        lang,
        page,
      })),
    ),
  ];
}
