/**
 * The changes of opportunities: opened, changed and closed, with their days. From the days in entries, so that any
 * build gives the same result.
 */
import { z } from 'zod';
import { utcDay } from '@/model/time/clock';
import { entryId } from '@/model/fields/fields';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity, Site } from '@/site/site';

/** One change of an opportunity. */
export const changeRecord = z.strictObject({
  day: z.iso.date().describe('The day on which it happened.'),
  change: z
    .enum(['opened', 'changed', 'closed'])
    .describe('Opened: it was posted. Changed: its entry was last changed. Closed: applications ended.'),
  id: entryId.describe('The opportunity.'),
  status: z.enum(['open', 'paused', 'filled', 'closed']).describe('Its status when the data was made.'),
  url: z.url().describe('Absolute address of its page, in the language that it was written in.'),
});

export type ChangeRecord = z.output<typeof changeRecord>;

/** The first day on which applications were closed; undefined if they are open. */
function closedOn({ shared, stage, closesAt }: SiteOpportunity, now: number): string | undefined {
  if (acceptsApplications(stage)) return undefined;
  // A status set by an editor has no day of its own: the last change of the entry counts, if the closing date hadn't
  // passed by then.
  const lastDay =
    shared.closes !== undefined && closesAt !== undefined && closesAt <= now ? shared.closes.date : undefined;
  if (shared.status === 'open') return lastDay;
  return lastDay !== undefined && lastDay < shared.updated ? lastDay : shared.updated;
}

function changesOf(view: SiteOpportunity, now: number): Pick<ChangeRecord, 'day' | 'change'>[] {
  const { posted, updated } = view.shared;
  const closed = closedOn(view, now);
  return [
    ...(closed === undefined ? [] : [{ day: closed, change: 'closed' as const }]),
    ...(updated > posted && updated !== closed ? [{ day: updated, change: 'changed' as const }] : []),
    { day: posted, change: 'opened' as const },
  ];
}

/** All changes up to the day of the build's instant, the newest first. */
export function changeRecords(
  { byLocale, now }: Pick<Site, 'byLocale' | 'now'>,
  siteUrl: URL,
): ChangeRecord[] {
  const today = utcDay(now);
  const [own] = byLocale.values();
  const all = (own?.opportunities ?? []).flatMap((view) => {
    const path = view.paths[view.shared.originalLanguage] ?? view.path;
    const status = acceptsApplications(view.stage) ? 'open' : view.stage;
    return changesOf(view, now).flatMap(({ day, change }) =>
      day > today || status === 'unpublished' || status === 'closing'
        ? []
        : [{ day, change, id: view.id, status, url: new URL(path, siteUrl).href }],
    );
  });
  return all.toSorted((a, b) =>
    a.day === b.day ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.day < b.day ? 1 : -1,
  );
}
