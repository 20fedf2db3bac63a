/** Converts a site's entries to records of the open data: open opportunities, and organizations. */
import type { Locale } from '@/i18n/locales';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { LocaleSite, Site } from '@/site/site';
import {
  opportunityRecord,
  organizationRecord,
  type OpportunityRecord,
  type OrganizationRecord,
} from './schemas';

type Sites = Pick<Site, 'byLocale'>;

interface View {
  readonly id: string;
  readonly translated: boolean;
}

/** The views of each entry in the languages that it is translated into, by id in the first language's order. */
function byEntry<V extends View>(site: Sites, viewsOf: (own: LocaleSite) => readonly V[]): [Locale, V][][] {
  const all = [...site.byLocale].flatMap(([locale, own]) =>
    viewsOf(own).map((view): [Locale, V] => [locale, view]),
  );
  const grouped = Map.groupBy(all, ([, { id }]) => id);
  return [...grouped.values()].map((views) => {
    const translated = views.filter(([, view]) => view.translated);
    return translated.length > 0 ? translated : views.slice(0, 1);
  });
}

/** Picks the fields that a record has. */
function picked(shape: object, fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in shape));
}

/** The records of all open opportunities, newest first. */
export function opportunityRecords(site: Sites, siteUrl: URL): OpportunityRecord[] {
  const open = byEntry(site, ({ opportunities }) =>
    opportunities.filter(({ stage }) => acceptsApplications(stage)),
  );
  return open.flatMap((views) => {
    const [, first] = views[0] ?? [];
    if (!first) return [];
    return opportunityRecord.parse({
      id: first.id,
      ...picked(opportunityRecord.shape, first.shared),
      ...(first.closesAt === undefined ? {} : { closesAt: new Date(first.closesAt).toISOString() }),
      texts: Object.fromEntries(
        views.map(([locale, { texts, path }]) => [
          locale,
          { title: texts.title.value, summary: texts.summary.value, url: new URL(path, siteUrl).href },
        ]),
      ),
    });
  });
}

/** The records of all organizations, by id. */
export function organizationRecords(site: Sites, siteUrl: URL): OrganizationRecord[] {
  return byEntry(site, ({ organizations }) => organizations).flatMap((views) => {
    const [, first] = views[0] ?? [];
    if (!first) return [];
    return organizationRecord.parse({
      id: first.id,
      ...picked(organizationRecord.shape, first.shared),
      texts: Object.fromEntries(
        views.map(([locale, { texts, path }]) => [
          locale,
          { name: texts.name.value, summary: texts.summary.value, url: new URL(path, siteUrl).href },
        ]),
      ),
    });
  });
}
