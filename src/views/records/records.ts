/** The open data of a site: its open opportunities and its organizations as records, and the changes. */
import type { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import type { ContentType } from '@/model/fields/define';
import { fieldsUsedIn } from '@/model/fields/type-fields';
import { acceptsApplications } from '@/model/time/lifecycle';
import { contentTypes } from '@/model/types/types';
import type { EntryFields } from '@/site/localized-entry';
import type { LocaleSite, Site } from '@/site/site';
import { changeRecords } from './change-records';
import { opportunityRecord, organizationRecord, type OpenRecord } from './schemas';

/** The licence of the data of a site that names no other: https://spdx.org/licenses/CC-BY-4.0.html */
export const defaultLicence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** The licence that the settings name, or the default one; its `id` is the SPDX identifier, where it is known. */
export const dataLicence = (
  own: LocaleSite | undefined,
): { readonly id?: string; readonly name: string; readonly url: string } =>
  own?.settings?.shared.dataLicence ?? defaultLicence;

interface EntryView extends EntryFields {
  readonly id: string;
  readonly path: string;
  /** The language of the page. */
  readonly locale: Locale;
  /** The language in which the entry is shown. */
  readonly lang: Locale;
  readonly translated: boolean;
}

/**
 * Creates the records of entries, by id in the first language's order: the fields that their schema has, in the languages that
 * each is translated into, and what isn't a field of the model.
 */
function toRecords<View extends EntryView>(
  schema: z.ZodObject,
  type: ContentType,
  views: readonly View[],
  siteUrl: URL,
  furtherOf: (view: View) => object = () => ({}),
): OpenRecord[] {
  const fields = fieldsUsedIn(type, 'public').filter(({ isLocalized }) => isLocalized);
  const isShared = ([name]: readonly [string, unknown]) => Object.hasOwn(schema.shape, name);
  /** Without those that are shown in another language, since they aren’t translated. */
  const textsIn = ({ lang, path, texts }: View) => {
    const own = fields.flatMap(({ name }) =>
      texts[name]?.lang === lang ? [[name, texts[name].value] as const] : [],
    );
    return { ...Object.fromEntries(own), url: new URL(path, siteUrl).href };
  };
  return [...Map.groupBy(views, ({ id }) => id).values()].flatMap((all) => {
    const translated = all.filter((view) => view.translated);
    const shown = translated.length > 0 ? translated : all.slice(0, 1);
    return shown.slice(0, 1).map((first) => {
      const record = {
        id: first.id,
        ...Object.fromEntries(Object.entries(first.shared).filter(isShared)),
        ...furtherOf(first),
        texts: Object.fromEntries(shown.map((view) => [view.locale, textsIn(view)])),
      };
      return schema.parse(record) as OpenRecord;
    });
  });
}

/** A site's records, as of its instant: open opportunities, newest first, and organizations, by id. */
export function recordsView(site: Pick<Site, 'byLocale' | 'now'>, siteUrl: URL) {
  const sites = [...site.byLocale.values()];
  const [own] = sites;
  const open = sites.flatMap((each) => each.opportunities.filter(({ stage }) => acceptsApplications(stage)));
  const opportunities = toRecords(
    opportunityRecord,
    contentTypes.opportunity,
    open,
    siteUrl,
    ({ closesAt }) => (closesAt === undefined ? {} : { closesAt: new Date(closesAt).toISOString() }),
  );
  const organizations = toRecords(
    organizationRecord,
    contentTypes.organization,
    sites.flatMap((each) => each.organizations),
    siteUrl,
  );
  return {
    siteUrl: siteUrl.href,
    isSample: own?.settings?.shared.sample ?? false,
    licence: dataLicence(own),
    updated: [...opportunities, ...organizations]
      .map(({ updated }) => updated)
      .toSorted()
      .at(-1),
    opportunities,
    organizations,
    changes: changeRecords(site, siteUrl),
  };
}

export type RecordsView = ReturnType<typeof recordsView>;
