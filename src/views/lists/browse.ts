/** The ways in that need nothing but links: every facet's values, with how much is open under each. */
import type { BrowseFacet } from '@/i18n/routes';
import { browseOf } from '@/site/browse';
import { once } from '@/site/once';
import type { LocaleSite } from '@/site/site';
import type { ViewContext } from '../frame/context';
import { frameView, pathsOf, type FrameView } from '../frame/frame';

/** A value of a facet. */
export interface CountedValue {
  readonly facet: BrowseFacet;
  readonly value: string;
  readonly label: string;
  /** How many opportunities are under it. */
  readonly count: number;
}

export interface FacetsView {
  readonly facets: readonly { readonly facet: BrowseFacet; readonly values: readonly CountedValue[] }[];
  readonly taskLanguages: readonly { readonly task: string; readonly lang: string; readonly count: number }[];
}

/** The facets of a language, made once: several pages show them. */
export const facetsView = once((own: LocaleSite): FacetsView => {
  const { facets, taskLanguages } = browseOf(own);
  return {
    facets: facets.map(({ facet, values }) => ({
      facet,
      values: values.map(({ value, label, opportunities }) => ({
        facet,
        value,
        label,
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

/** The values of a facet. */
export const valuesOf = (own: LocaleSite, wanted: BrowseFacet): readonly CountedValue[] =>
  facetsView(own).facets.find(({ facet }) => facet === wanted)?.values ?? [];

export interface BrowseView {
  readonly frame: FrameView;
  /** How many opportunities are open. */
  readonly open: number;
  readonly browse: FacetsView;
}

export function browseView(context: ViewContext): BrowseView {
  const { t, own } = context;
  return {
    frame: frameView(context, {
      title: t('browse.title'),
      description: t('browse.intro'),
      paths: pathsOf(context, { to: 'browse' }),
      section: 'search',
    }),
    open: browseOf(own).open.length,
    browse: facetsView(own),
  };
}
