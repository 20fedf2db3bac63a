/** Builds the content report: everything that editors should know about the content of a build. Pure. */
import type { Locale } from '@/i18n/locales';
import { entryKey, contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import type { TypeCount } from '@/pipeline/check/accept';
import type { PreparedContent } from '@/site/prepare/prepare';
import { measureCoverage, type LanguageCoverage } from './coverage';
import {
  createEntryRef,
  createProblemRef,
  type EntryRef,
  type EntryRemarks,
  type ReportableEntry,
} from './entry-ref';
import { findUrgent, type UrgentEntry } from './urgent';

/** The outcome of the command that made the report. */
export type PublishVerdict =
  | { readonly outcome: 'published' }
  /** A build that failed, with its message. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** A command that doesn’t publish: a check, or a preview. */
  | { readonly outcome: 'looked' };

export interface ContentReport {
  /** It increases when the shape of the JSON changes, for tools that read it. */
  readonly version: 4;
  readonly verdict: PublishVerdict;
  /** Remarks on the whole publish, each a sentence. */
  readonly notices: readonly string[];
  /** The instant of the previous publish of this source, ISO; undefined if there is none. */
  readonly lastPublished: string | undefined;
  /** The source’s name for people. */
  readonly source: string;
  /** The instant that the build used as the present, ISO. */
  readonly now: string;
  /** The site’s name in its first language. */
  readonly site: string;
  readonly locales: readonly Locale[];
  readonly counts: Readonly<Record<ContentTypeName, TypeCount>>;
  /** The entries that need a person, the most urgent first. */
  readonly urgent: readonly UrgentEntry[];
  /** Entries with nothing wrong, off the site with one that they need. */
  readonly waiting: readonly EntryRemarks[];
  /** Drafts and entries in review. */
  readonly heldBack: readonly EntryRef[];
  /** Finished entries that appear on a day to come, the soonest first. */
  readonly coming: readonly (EntryRef & { readonly posted: string })[];
  /** Pictures without a description, and those that can’t be shown. */
  readonly pictures: readonly EntryRemarks[];
  /** All other warnings. */
  readonly warnings: readonly EntryRemarks[];
  readonly coverage: readonly LanguageCoverage[];
  /** All problems in the order in which a build found and printed them. */
  readonly problems: readonly Problem[];
}

export interface ReportOptions {
  readonly verdict: PublishVerdict;
  /** The previous publish: its source, and its instant (ms). */
  readonly before: { readonly source: string; readonly now: number } | undefined;
  /** The address of the local editor; undefined if none runs. */
  readonly editor: string | undefined;
  /** Remarks on the whole publish, each a sentence. */
  readonly notices?: readonly string[];
}

const linkCodes = new Set([
  'link-dead',
  'text-link-dead',
  'text-link-refused',
  'address-refused',
  'former-address-taken',
]);
const pictureCodes = new Set(['alt-missing', 'picture-missing']);

const findPlace = ({ type, id, where }: Problem) => `${type}/${id}/${where}`;

/** Builds the report of prepared content, whether it is published or not. */
export function buildContentReport(
  prepared: PreparedContent,
  { verdict, before, editor, notices = [] }: ReportOptions,
): ContentReport {
  const { content, site, counts, problems, source, heldBack, coming, leftOut } = prepared;
  const createRef = (entry: unknown) => createEntryRef(entry as ReportableEntry, editor);
  const refs = new Map(content.entries.map((entry) => [entryKey(entry), createRef(entry)]));
  const others = new Map(
    [...leftOut, ...heldBack, ...coming].map((entry) => [entryKey(entry), createRef(entry)]),
  );
  const findRef = (problem: Problem) => {
    const found = refs.get(entryKey(problem)) ?? others.get(entryKey(problem));
    // A second file with the id of another entry is named by its own path.
    return found?.where === problem.where ? found : createProblemRef(problem, editor);
  };
  /** Groups problems by entry, in the order in which they were found. */
  const group = (isIncluded: (problem: Problem) => boolean): EntryRemarks[] =>
    [...Map.groupBy(problems.filter(isIncluded), findPlace).values()].flatMap((own) =>
      own[0] ? [{ ...findRef(own[0]), remarks: own }] : [],
    );
  const keysOf = (severity: Problem['severity']) =>
    new Set(problems.filter((one) => one.severity === severity).map(entryKey));
  const [isOut, isWaiting] = [keysOf('blocks'), keysOf('waits')];
  // All problems of an entry that is left out are listed with that entry.
  const leftOutEntries = group((one) => isOut.has(entryKey(one)));
  const waiting = group((one) => one.severity === 'waits' && !isOut.has(entryKey(one)));
  const selectWarnings = (isIncluded: (code: string) => boolean) =>
    group((one) => {
      const isShown = !isOut.has(entryKey(one)) && !isWaiting.has(entryKey(one));
      return one.severity === 'warns' && isShown && isIncluded(one.code);
    });
  const [firstSite] = site.byLocale.values();
  return {
    version: 4,
    verdict,
    lastPublished: before?.source === source ? new Date(before.now).toISOString() : undefined,
    notices,
    source,
    now: new Date(content.now).toISOString(),
    site: firstSite?.settings?.texts.name?.value ?? '',
    locales: content.locales,
    counts,
    urgent: findUrgent({
      ...content,
      others: leftOut,
      leftOut: leftOutEntries,
      deadLinks: selectWarnings((code) => linkCodes.has(code)),
      createRef,
    }),
    waiting,
    heldBack: heldBack.map(createRef).toSorted(compareByTypeAndTitle),
    coming: coming
      .flatMap((entry) =>
        entry.type === 'opportunity' ? [{ ...createRef(entry), posted: entry.shared.posted }] : [],
      )
      .toSorted((a, b) => (a.posted < b.posted ? -1 : 1)),
    pictures: selectWarnings((code) => pictureCodes.has(code)),
    warnings: selectWarnings((code) => !linkCodes.has(code) && !pictureCodes.has(code)),
    coverage: measureCoverage(content.entries, content.locales, createRef),
    problems,
  };
}

function compareByTypeAndTitle(a: EntryRef, b: EntryRef): number {
  const order = contentTypeNames.indexOf(a.type) - contentTypeNames.indexOf(b.type);
  return order !== 0 ? order : a.title < b.title ? -1 : 1;
}
