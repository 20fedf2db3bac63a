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

type Sites = Pick<Site, 'byLocale'>;

interface EntryView extends EntryFields {
  readonly id: string;
  readonly path: string;
  /** The language in which the entry is shown. */
  readonly lang: Locale;
  readonly translated: boolean;
}

/** The views of each entry in the languages that it is translated into, by id in the first language's order. */
function byEntry<V extends EntryView>(
  site: Sites,
  viewsOf: (own: LocaleSite) => readonly V[],
): [Locale, V][][] {
  const all = [...site.byLocale].flatMap(([locale, own]) =>
    viewsOf(own).map((view): [Locale, V] => [locale, view]),
  );
  const grouped = Map.groupBy(all, ([, { id }]) => id);
  return [...grouped.values()].map((views) => {
    const translated = views.filter(([, view]) => view.translated);
    return translated.length > 0 ? translated : views.slice(0, 1);
  });
}

/** The record of an entry: the fields that its schema has, and what isn't a field of the model. */
function toRecord(
  schema: z.ZodObject,
  type: ContentType,
  views: readonly [Locale, EntryView][],
  siteUrl: URL,
  further: object = {},
): OpenRecord[] {
  const [, first] = views[0] ?? [];
  if (!first) return [];
  const texts = fieldsUsedIn(type, 'public').filter(({ isLocalized }) => isLocalized);
  /** Without those that are shown in another language, since they aren’t translated. */
  const textsIn = ({ lang, texts: all }: EntryView) =>
    texts.flatMap(({ name }) => (all[name]?.lang === lang ? [[name, all[name].value] as const] : []));
  const record = {
    id: first.id,
    ...Object.fromEntries(Object.entries(first.shared).filter(([name]) => Object.hasOwn(schema.shape, name))),
    ...further,
    texts: Object.fromEntries(
      views.map(([locale, view]) => [
        locale,
        { ...Object.fromEntries(textsIn(view)), url: new URL(view.path, siteUrl).href },
      ]),
    ),
  };
  return [schema.parse(record) as OpenRecord];
}

/** The records of all open opportunities, newest first. */
function opportunityRecords(site: Sites, siteUrl: URL): OpenRecord[] {
  const open = byEntry(site, ({ opportunities }) =>
    opportunities.filter(({ stage }) => acceptsApplications(stage)),
  );
  return open.flatMap((views) => {
    const closesAt = views[0]?.[1].closesAt;
    const further = closesAt === undefined ? {} : { closesAt: new Date(closesAt).toISOString() };
    return toRecord(opportunityRecord, contentTypes.opportunity, views, siteUrl, further);
  });
}

/** The records of all organizations, by id. */
function organizationRecords(site: Sites, siteUrl: URL): OpenRecord[] {
  return byEntry(site, ({ organizations }) => organizations).flatMap((views) =>
    toRecord(organizationRecord, contentTypes.organization, views, siteUrl),
  );
}

/** A site's records, as of its instant. */
export function recordsView(site: Pick<Site, 'byLocale' | 'now'>, siteUrl: URL) {
  const [own] = site.byLocale.values();
  const opportunities = opportunityRecords(site, siteUrl);
  const organizations = organizationRecords(site, siteUrl);
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
