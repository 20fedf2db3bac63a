/** Collects the entries of a language other than opportunities (build side). */
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { searchedSections } from '@/site/page-kinds';
import type { LocaleSite } from '@/site/site';
import { hashOf } from '../index/search-version';
import type { SearchEntry, EntryType } from './entries';

/** Collects every entry of a language except opportunities, in the order of the site's lists. */
export function collectEntries(site: LocaleSite): SearchEntry[] {
  const t = translator(site.locale);
  const entry = (
    type: EntryType,
    { path, lang }: { readonly path: string; readonly lang: string },
    title: string,
    acronym = '',
  ): SearchEntry => ({ type, path, title, acronym, lang: lang === site.locale ? undefined : lang });
  return [
    ...site.organizations.map((view) =>
      entry('organization', view, view.texts.name.value, view.shared.acronym),
    ),
    ...site.campaigns.map((view) => entry('campaign', view, view.texts.title.value)),
    ...site.stories.map((view) => entry('story', view, view.texts.title.value)),
    ...site.resources.map((view) => entry('resource', view, view.texts.title.value)),
    ...site.pages.map((view) => entry('page', view, view.texts.title.value)),
    ...searchedSections.map((section) => {
      const path = pathOf(t.locale, { to: 'section', section });
      return entry('page', { path, lang: t.locale }, t(`${section}.title`));
    }),
  ];
}

/** Changes with the entries, so that the address of their file may be cached. */
export const entriesTag = (site: LocaleSite): string => hashOf(collectEntries(site)).slice(0, 10);
