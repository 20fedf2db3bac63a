/** The content report: everything that an editor should know of the content that a build found. Pure. */
import type { Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import type { TypeCount } from '@/pipeline/check/accept';
import type { PreparedContent } from '@/site/prepare/prepare';
import { changesBetween, type Changes, type Whereabout } from './changes';
import { coverageOf, type LanguageCoverage } from './coverage';
import { deadlinesOf, type Deadlines } from './deadlines';
import { entryRef, keyOf, refOfProblem, type EntryRef, type Nameable } from './entry-ref';
import { recordPublish, type PublishRecord } from './record';

/** What is said about a field of an entry. */
export type Remark = Pick<Problem, 'code' | 'message' | 'hint'> & {
  /** With the language before it: `fr.title`. */
  readonly field?: string;
};

export interface EntryRemarks extends EntryRef {
  readonly remarks: readonly Remark[];
}

/** What the report was made for. */
export type PublishVerdict =
  | { readonly outcome: 'published' }
  /** A build that published nothing: what it said. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Nobody meant to publish: a check, or a preview. */
  | { readonly outcome: 'looked' };

export interface ContentReport {
  /** Raised when what tools read here changes its shape. */
  readonly version: 1;
  readonly verdict: PublishVerdict;
  /** What is to be said of the publish as a whole, each a sentence. */
  readonly notices: readonly string[];
  /** The source, as people say it. */
  readonly source: string;
  /** The instant that the build took for now, ISO. */
  readonly now: string;
  /** The site’s name in its first language. */
  readonly site: string;
  readonly locales: readonly Locale[];
  readonly counts: Readonly<Record<ContentTypeName, TypeCount>>;
  readonly leftOut: readonly EntryRemarks[];
  /** Drafts and what is in review. */
  readonly heldBack: readonly EntryRef[];
  readonly deadLinks: readonly EntryRemarks[];
  /** Pictures without a description, and those that can’t be shown. */
  readonly pictures: readonly EntryRemarks[];
  /** All other warnings. */
  readonly warnings: readonly EntryRemarks[];
  readonly deadlines: Deadlines;
  readonly coverage: readonly LanguageCoverage[];
  /** Undefined where there is nothing of this source to compare with. */
  readonly changes: Changes | undefined;
  /** Everything in the order in which it was found, as a build prints it. */
  readonly problems: readonly Problem[];
}

export interface ReportOptions {
  readonly verdict: PublishVerdict;
  /** What the previous publish showed. */
  readonly before: PublishRecord | undefined;
  /** The address of the local editor; undefined where none runs. */
  readonly editor: string | undefined;
  /** What is to be said of the publish as a whole, each a sentence. */
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

function remarkOf({ code, message, hint, locale, field }: Problem): Remark {
  const place = [locale, field].filter(Boolean).join('.');
  return { code, message, hint, ...(place !== '' && { field: place }) };
}

type RefOf = (problem: Problem) => EntryRef;

/** One row an entry, in the order in which the problems were found. */
function byEntry(problems: readonly Problem[], refOf: RefOf): EntryRemarks[] {
  return [...Map.groupBy(problems, ({ type, id, where }) => `${type}/${id}/${where}`).values()].flatMap(
    (own) => (own[0] ? [{ ...refOf(own[0]), remarks: own.map(remarkOf) }] : []),
  );
}

/** Makes the report of what was prepared, whether it is published or not. */
export function contentReport(
  prepared: PreparedContent,
  { verdict, before, editor, notices = [] }: ReportOptions,
): ContentReport {
  const { content, site, counts, problems, source, heldBack, leftOut, written } = prepared;
  const nameable = (entry: unknown) => entryRef(entry as Nameable, editor);
  const refs = new Map(content.entries.map((entry) => [keyOf(entry), nameable(entry)]));
  const others = new Map([...leftOut, ...heldBack].map((entry) => [keyOf(entry), nameable(entry)]));
  const refOf: RefOf = (problem) => {
    const found = refs.get(keyOf(problem)) ?? others.get(keyOf(problem));
    // A second file with the id of another entry is named by its own place.
    return found?.where === problem.where ? found : refOfProblem(problem, editor);
  };
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  const [own] = site.byLocale.values();
  // What is wrong with an entry that isn’t on the site is told where it says why.
  const isOut = new Set(blocking.map(keyOf));
  const warning = problems.filter((one) => one.severity === 'warns' && !isOut.has(keyOf(one)));
  const warned = (isMeant: (code: string) => boolean) =>
    byEntry(
      warning.filter(({ code }) => isMeant(code)),
      refOf,
    );
  const elsewhere: [string, Whereabout][] = [
    ...heldBack.map((entry): [string, Whereabout] => [
      keyOf(entry),
      { entry: nameable(entry), why: 'a draft or in review now' },
    ]),
    ...blocking.map((problem): [string, Whereabout] => [
      keyOf(problem),
      { entry: refOf(problem), why: 'left out, since something is wrong with it' },
    ]),
  ];
  return {
    version: 1,
    verdict,
    notices,
    source,
    now: new Date(content.now).toISOString(),
    site: own?.settings?.texts.name?.value ?? '',
    locales: content.locales,
    counts,
    leftOut: byEntry(
      problems.filter((one) => isOut.has(keyOf(one))),
      refOf,
    ),
    heldBack: heldBack.map(nameable).toSorted(byTypeAndTitle),
    deadLinks: warned((code) => linkCodes.has(code)),
    pictures: warned((code) => pictureCodes.has(code)),
    warnings: warned((code) => !linkCodes.has(code) && !pictureCodes.has(code)),
    deadlines: deadlinesOf(content.entries, content.now, editor),
    coverage: coverageOf(content.entries, content.locales, editor),
    changes:
      before?.source === source
        ? changesBetween(before, recordPublish(written, source, content.now), refs, new Map(elsewhere))
        : undefined,
    problems,
  };
}

function byTypeAndTitle(a: EntryRef, b: EntryRef): number {
  const order = contentTypeNames.indexOf(a.type) - contentTypeNames.indexOf(b.type);
  return order !== 0 ? order : a.title < b.title ? -1 : 1;
}
