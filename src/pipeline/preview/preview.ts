/** Accepts all entries of a source, drafts included, for a preview of the whole site, and marks the state of each. */
import { isDeepStrictEqual } from 'node:util';
import { utcDay } from '@/model/time/clock';
import { entryKey, type RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import type { SourceContent } from '@/sources/source';
import { acceptEntries, type AcceptedContent } from '../check/accept';
import { linkEntries } from '../check/link-entries';
import { normalizeEntry } from '../check/normalize';
import { completeDraft, missingId } from '../check/complete-draft';
import type { Entry } from '@/model/types/types';

/**
 * The state of an entry: published, changed since it was published, not published yet, posted on a future day, or a
 * draft.
 */
type EntryState = 'live' | 'changed' | 'new' | 'coming' | 'draft';

/** The mark of an entry in a preview. */
interface PreviewMark {
  readonly state: EntryState;
  /** Problems that keep the entry off the site. */
  readonly problems: readonly Problem[];
  /** The address of the entry in an external CMS. */
  readonly editUrl?: string;
}

/** Marks by type and id: `story/x`. */
export type PreviewMarks = Readonly<Record<string, PreviewMark>>;

/** Returns the state of a finished entry by its key and its version, as the last publish had it. */
export type EntryStateLookup = (
  key: string,
  hash: string | undefined,
) => Exclude<EntryState, 'coming' | 'draft'>;

interface PreviewAccepted extends AcceptedContent {
  readonly marks: PreviewMarks;
}

/** The organization of an opportunity whose own doesn't exist, in the language of the opportunity. */
const placeholderOrganization = ({ shared: { originalLanguage } }: Entry): RawEntry => ({
  id: missingId,
  type: 'organization',
  locales: {},
  shared: { originalLanguage },
  origin: { label: 'nowhere' },
});

/**
 * Completes entries so that each can be shown beside `others`, and links all of them. An opportunity needs an organization, so
 * that one without gets a placeholder; other links are optional.
 */
export function completeEntries(
  raws: readonly RawEntry[],
  others: readonly Entry[],
  { locales, now }: Pick<SourceContent, 'locales'> & { readonly now: number },
) {
  const today = utcDay(now);
  const organizations = new Set(
    [...others, ...raws].filter(({ type }) => type === 'organization').map(({ id }) => id),
  );
  const shown = raws.map((raw) => {
    const { entry, problems } = completeDraft(raw, locales, today);
    const isAlone = entry.type === 'opportunity' && !organizations.has(entry.shared.organization);
    return {
      raw,
      problems,
      isAlone,
      entry: isAlone ? { ...entry, shared: { ...entry.shared, organization: missingId } } : entry,
    };
  });
  const alone = shown.find(({ isAlone }) => isAlone);
  const all = [
    ...others,
    ...shown.map(({ entry }) => entry),
    ...(alone ? [completeDraft(placeholderOrganization(alone.entry), locales, today).entry] : []),
  ];
  return { shown, entries: linkEntries(all, () => 'missing').entries };
}

/** Accepts all entries, and completes those that a site would leave out. */
export function acceptForPreview(
  { entries: source, problems: unreadable, hashes, locales, live, isAbsenceDecided }: SourceContent,
  remembered: EntryStateLookup,
  now: number,
): PreviewAccepted {
  // The result of a build: the report of a preview is that of the next build.
  const strict = acceptEntries(source, unreadable, { now, isAbsenceDecided });
  const seen = new Set<string>();
  const raws = source
    .filter((raw) => !seen.has(entryKey(raw)) && seen.add(entryKey(raw)))
    .map((raw) => normalizeEntry(raw).entry);
  const { shown, entries } = completeEntries(raws, [], { locales, now });
  const heldBack = new Set(strict.heldBack.map(entryKey));
  const coming = new Set(strict.coming.map(entryKey));
  // A build doesn't report problems of drafts; the preview does.
  const told = Map.groupBy(
    [
      ...strict.problems,
      ...shown.flatMap(({ raw, problems }) => (heldBack.has(entryKey(raw)) ? problems : [])),
    ].filter(({ severity }) => severity !== 'warns'),
    entryKey,
  );
  const stateOf = (raw: RawEntry): EntryState => {
    if (heldBack.has(entryKey(raw))) return 'draft';
    if (coming.has(entryKey(raw))) return 'coming';
    const published = live?.get(entryKey(raw));
    if (published) return isSame(raw, normalizeEntry(published).entry) ? 'live' : 'changed';
    return remembered(entryKey(raw), hashes?.get(entryKey(raw)));
  };
  const marks = raws.map((raw): [string, PreviewMark] => {
    const { editUrl } = raw.origin;
    const problems = told.get(entryKey(raw)) ?? [];
    return [entryKey(raw), { state: stateOf(raw), problems, ...(editUrl !== undefined && { editUrl }) }];
  });
  return { ...strict, entries, marks: Object.fromEntries(marks) };
}

const isSame = (a: RawEntry, b: RawEntry) => isDeepStrictEqual([a.locales, a.shared], [b.locales, b.shared]);
