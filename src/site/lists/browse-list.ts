import { elideArticles } from '@/i18n/format/elide';
import { capitalize, label, languageName } from '@/i18n/names';
import { pathOf, type BrowseFacet, type Route } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { valueLabel, type Browse } from './browse';

/** A browse list: opportunities with a facet's value, or of a task type in a language. */
export type BrowseGroup =
  | { readonly kind: 'value'; readonly facet: BrowseFacet; readonly value: string }
  | { readonly kind: 'task-lang'; readonly task: string; readonly lang: string };

/** Describes a browse list in a locale. `route` returns that of one of its pages; of the newest where none is named. */
export function describeList(t: Translate, browse: Browse, list: BrowseGroup) {
  if (list.kind === 'task-lang') {
    const { task, lang } = list;
    const found = browse.taskLanguages.find((pair) => pair.task === task && pair.lang === lang);
    return {
      title: t('browse.task-lang.title', { task: label(t, 'task', task), language: languageName(t, lang) }),
      opportunities: found?.opportunities ?? [],
      isInUse: true,
      route: (page?: string): Route => ({ to: 'browse-task-lang', task, lang, page }),
    };
  }
  const { facet, value } = list;
  const found = browse.facets
    .find((candidate) => candidate.facet === facet)
    ?.values.find((candidate) => candidate.value === value);
  const name = facet === 'lang' ? languageName(t, value) : valueLabel(t, facet, value);
  return {
    title:
      facet === 'status' || facet === 'kind'
        ? label(t, `browse.${facet}`, `${value}.title`)
        : capitalize(t, elideArticles(t.locale, t(`browse.${facet}.title`, { value: name, n: value }))),
    opportunities: found?.opportunities ?? [],
    isInUse: found?.isInUse ?? false,
    route: (page?: string): Route => ({ to: 'browse-value', facet, value, page }),
  };
}

/** Returns related lists with open opportunities: the facet's other values, or the task type's other languages. */
export function relatedLists(t: Translate, browse: Browse, list: BrowseGroup) {
  if (list.kind === 'task-lang')
    return browse.taskLanguages
      .filter(({ task, opportunities }) => task === list.task && opportunities.length > 0)
      .map(({ task, lang, opportunities }) => ({
        href: pathOf(t.locale, { to: 'browse-task-lang', task, lang }),
        text: capitalize(t, languageName(t, lang)),
        count: opportunities.length,
      }));
  return (browse.facets.find(({ facet }) => facet === list.facet)?.values ?? [])
    .filter(({ opportunities }) => opportunities.length > 0)
    .map(({ facet, value, label: text, opportunities }) => ({
      href: pathOf(t.locale, { to: 'browse-value', facet, value }),
      text,
      count: opportunities.length,
    }));
}
