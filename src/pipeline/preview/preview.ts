/** From a source with its drafts to a preview of the whole site: every entry is on it, marked with where it stands. */
import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '@/model/time/clock';
import type { RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { linksOf } from '@/model/fields/walk';
import type { PulledContent } from '@/sources/source';
import { accept, type AcceptedContent } from '../check/accept';
import { link } from '../check/link';
import { normalize } from '../check/normalize';
import { missingId } from '../check/stand-in-value';
import { unfinished } from '../check/unfinished';
import type { AnyEntry } from '../check/validate';

/** Where an entry stands: on the site as it is, changed since it went there, not there yet, or kept back. */
export type EntryState = 'live' | 'changed' | 'new' | 'draft';

/** What a preview says of an entry. */
export interface PreviewMark {
  readonly state: EntryState;
  /** What would keep it off the site. */
  readonly problems: readonly Problem[];
  /** Where it is edited in a CMS elsewhere. */
  readonly editUrl?: string;
}

/** Marks by type and id: `story/x`. */
export type PreviewMarks = Readonly<Record<string, PreviewMark>>;

/** Where an entry that nobody keeps back stands, by what is remembered of the last publish. */
export type Remembered = (entry: AnyEntry) => Exclude<EntryState, 'draft'>;

export interface PreviewAccepted extends AcceptedContent {
  readonly marks: PreviewMarks;
}

const keyOf = ({ type, id }: Pick<RawEntry, 'type' | 'id'>) => `${type}/${id}`;

/** An organization to stand where an opportunity names none that exists. */
export const nobody: RawEntry = {
  id: missingId,
  type: 'organization',
  locales: {},
  shared: {},
  origin: { label: 'nowhere' },
};

/** An opportunity can’t be shown without one; any other link can be left out. */
export function withSomeOrganization(entry: AnyEntry, organizations: ReadonlySet<string>): AnyEntry {
  if (entry.type !== 'opportunity' || organizations.has(entry.shared.organization)) return entry;
  return { ...entry, shared: { ...entry.shared, organization: missingId } };
}

/** Accepts what a site would, and all else as far as it goes. */
export function acceptForPreview(
  { entries: source, problems: unreadable, locales, live }: PulledContent,
  remembered: Remembered,
  now: number,
): PreviewAccepted {
  const today = dayOf(now);
  // What a build would say: the report of a preview is that of the next build.
  const strict = accept(source, unreadable);
  const seen = new Set<string>();
  const raws = source
    .filter((raw) => !seen.has(keyOf(raw)) && seen.add(keyOf(raw)))
    .map((raw) => normalize(raw).entry);
  const organizations = new Set(raws.filter(({ type }) => type === 'organization').map(({ id }) => id));
  const shown = raws.map((raw) => {
    const { entry, problems } = unfinished(raw, locales, today);
    return { raw, problems, entry: withSomeOrganization(entry, organizations) };
  });
  const needsNobody = shown.some(({ entry }) => linksOf(entry).some(({ id }) => id === missingId));
  const all = [
    ...shown.map(({ entry }) => entry),
    ...(needsNobody ? [unfinished(nobody, locales, today).entry] : []),
  ];
  const heldBack = new Set(strict.heldBack.map(keyOf));
  // A build says nothing of drafts yet; what is missing of them is what it will say.
  const told = Map.groupBy(
    [
      ...strict.problems,
      ...shown.flatMap(({ raw, problems }) => (heldBack.has(keyOf(raw)) ? problems : [])),
    ].filter(({ severity }) => severity === 'blocks'),
    keyOf,
  );
  const { entries } = link(all, () => false);
  const linked = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const stateOf = (raw: RawEntry): EntryState => {
    if (heldBack.has(keyOf(raw))) return 'draft';
    const published = live?.get(keyOf(raw));
    if (published) return isSame(raw, normalize(published).entry) ? 'live' : 'changed';
    const entry = linked.get(keyOf(raw));
    return entry ? remembered(entry) : 'live';
  };
  const marks = raws.map((raw): [string, PreviewMark] => {
    const { editUrl } = raw.origin;
    const problems = told.get(keyOf(raw)) ?? [];
    return [keyOf(raw), { state: stateOf(raw), problems, ...(editUrl !== undefined && { editUrl }) }];
  });
  return { ...strict, entries, marks: Object.fromEntries(marks) };
}

const isSame = (a: RawEntry, b: RawEntry) => isDeepStrictEqual([a.locales, a.shared], [b.locales, b.shared]);
