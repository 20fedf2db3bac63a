/** The ways in that need nothing but links: every facet's values, with how much is open under each. */
import type { BrowseFacet } from '@/i18n/routes';
import { browseLists } from '@/site/lists/browse';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite } from '@/site/site';
import type { ViewContext } from '../frame/context';
import { frameView, alternatePaths } from '../frame/frame';

/** The facets of a language, made once: several pages show them. */
export const facetsView = cacheByObject((own: LocaleSite) => {
  const { facets, taskLanguages } = browseLists(own);
  return {
    facets: facets.map(({ facet, values }) => ({
      facet,
      values: values.map(({ value, label, opportunities }) => ({
        facet,
        value,
        label,
        /** The number of its opportunities. */
        count: opportunities.length,
      })),
    })),
    taskLanguages: taskLanguages.map(({ task, lang, opportunities }) => ({
      task,
      lang,
      count: opportunities.length,
    })),
  };
});

export type CountedValue = Readonly<ReturnType<typeof facetsView>['facets'][number]['values'][number]>;

/** The values of a facet. */
export const listedValues = (own: LocaleSite, wanted: BrowseFacet): readonly CountedValue[] =>
  facetsView(own).facets.find(({ facet }) => facet === wanted)?.values ?? [];

export function browseView(context: ViewContext) {
  const { t, own } = context;
  return {
    frame: frameView(context, {
      title: t('browse.title'),
      description: t('browse.intro'),
      paths: alternatePaths(context, { to: 'browse' }),
      section: 'search',
    }),
    open: browseLists(own).open.length,
    browse: facetsView(own),
  };
}
