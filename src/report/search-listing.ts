/** Finds what search engines show shortened, or not at all. */
import type { Locale } from '@/i18n/locales';
import { countCodePoints } from '@/model/fit-text';
import { descriptionLimits, titleLimit } from '@/model/head-limits';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityStage } from '@/model/time/closing';
import { contentTypes, type Entry, type Opportunity } from '@/model/types/types';
import type { EntryRef, ReportableEntry } from './entry-ref';

/** A text of an entry that is too long or too short. */
export interface MeasuredText extends EntryRef {
  readonly locale: Locale;
  readonly text: string;
  /** In characters. */
  readonly length: number;
}

export interface SearchListing {
  /** Titles that are longer than search engines and browsers show, the longest first. */
  readonly longTitles: readonly MeasuredText[];
  /** Summaries that are shorter than search engines show, the shortest first. */
  readonly shortSummaries: readonly MeasuredText[];
  /** Opportunities that accept applications. */
  readonly open: number;
  /** Those of them without `applicantCountries`, which search engines don't list among jobs. */
  readonly withoutCountries: number;
}

/** Types whose entries have a page of their own. */
const paged: ReadonlySet<string> = new Set([
  'opportunity',
  'organization',
  'campaign',
  'story',
  'resource',
  'page',
]);

/** Measures a field of an entry in each language that it is written in. */
function measure({ locales }: ReportableEntry, field: string) {
  return Object.entries(locales).flatMap(([locale, fields]) => {
    const text = fields[field];
    return typeof text === 'string'
      ? [{ locale: locale as Locale, text, length: countCodePoints(text) }]
      : [];
  });
}

/** Finds them among the entries on the site, at an instant (ms). */
export function findSearchListing(
  entries: readonly Entry[],
  now: number,
  createRef: (entry: Entry) => EntryRef,
): SearchListing {
  const pages = entries.filter(({ type }) => paged.has(type));
  const isOpen = (entry: Entry): entry is Opportunity =>
    entry.type === 'opportunity' && acceptsApplications(opportunityStage(entry.shared, now));
  const open = entries.filter(isOpen);
  const select = (field: (entry: Entry) => string, isWrong: (length: number) => boolean) =>
    pages.flatMap((entry) =>
      measure(entry, field(entry))
        .filter(({ length }) => isWrong(length))
        .map((text) => ({ ...createRef(entry), ...text })),
    );
  return {
    longTitles: select(
      ({ type }) => contentTypes[type].title,
      (length) => length > titleLimit,
    ).toSorted((a, b) => b.length - a.length),
    shortSummaries: select(
      () => 'summary',
      (length) => length < descriptionLimits.min,
    ).toSorted((a, b) => a.length - b.length),
    open: open.length,
    withoutCountries: open.filter(({ shared }) => shared.applicantCountries.length === 0).length,
  };
}
