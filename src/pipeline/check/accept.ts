/** Selects the entries that go on the site, and reports the problems of the others. */
import { entryKey, contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { createProblems, type Problem, type ProblemFinding } from '@/model/problems';
import { isComing, siteTimeZone, zonedDay } from '@/model/time/posting';
import { checkEntry } from './check-entry';
import { linkEntries, type Absence } from './link-entries';

/** Numbers of entries of one type. */
export interface TypeCount {
  /** Entries in the source. */
  readonly read: number;
  /** Drafts, entries in review, those that are posted on a future day, and those that need one of these. */
  readonly unpublished: number;
  /** Not shown because of a problem. */
  readonly leftOut: number;
  readonly shown: number;
}

/**
 * Removes entries with the id of an earlier one of the same type. The same id in two types is a warning: in
 * Contentful, ids are unique in the whole space.
 */
function unique(raws: readonly RawEntry[]): { kept: RawEntry[]; problems: Problem[] } {
  const seen = new Set<string>();
  const firstOfId = new Map<string, RawEntry>();
  const problems: Problem[] = [];
  const kept = raws.filter((raw) => {
    const key = entryKey(raw);
    const isRepeated = seen.has(key);
    const other = firstOfId.get(raw.id);
    const duplicate: ProblemFinding = {
      code: 'id-duplicate',
      severity: 'blocks',
      message: 'has the id of another entry of its type',
      hint: 'Delete one of the two, or give it an id of its own.',
    };
    const shared: ProblemFinding = {
      code: 'id-shared',
      severity: 'warns',
      message: `has the same id as ${other?.origin.label}, “${raw.id}”, which a Contentful space can’t have`,
      hint: 'Rename one of the two files, and the links to it, before you move to Contentful.',
    };
    if (other) problems.push(...createProblems(raw, [isRepeated ? duplicate : shared]));
    else firstOfId.set(raw.id, raw);
    seen.add(key);
    return !isRepeated;
  });
  return { kept, problems };
}

interface AcceptOptions {
  /** The present (ms), which decides what is posted on a future day; without it nothing is. */
  readonly now?: number;
  /** Checks an entry alone, or returns what an earlier build found. */
  readonly check?: typeof checkEntry;
  /** True if an entry that isn't there was taken away on purpose (`SourceContent.isAbsenceDecided`). */
  readonly isAbsenceDecided?: boolean | undefined;
}

/**
 * Normalizes, validates and links a source's entries. `unreadable` are the source's own problems: entries that it
 * couldn't read count as left out.
 */
export function acceptEntries(
  source: readonly RawEntry[],
  unreadable: readonly Problem[],
  { now, check = checkEntry, isAbsenceDecided = false }: AcceptOptions = {},
) {
  const { kept, problems: duplicates } = unique(source);
  const checked = kept.map((raw) => check(raw));
  const heldBack = checked.flatMap(({ held }) => (held ? [held] : []));
  const valid = checked.flatMap(({ entry }) => (entry ? [entry] : []));
  const today = now === undefined ? undefined : zonedDay(now, siteTimeZone(kept));
  const { coming = [], due = [] } = Object.groupBy(valid, ({ shared }) =>
    today !== undefined && isComing(shared, today) ? 'coming' : 'due',
  );
  const keysOf = (items: readonly Pick<RawEntry, 'type' | 'id'>[], absence: Absence) =>
    items.map((item) => [entryKey(item), absence] as const);
  const absences = new Map<string, Absence>([
    ...keysOf([...kept, ...unreadable], 'faulty'),
    ...keysOf(coming, 'coming'),
    ...keysOf(heldBack, 'draft'),
  ]);
  const ids = new Set([...kept, ...unreadable].map(({ id }) => id));
  const linked = linkEntries(due, (type, id) => {
    const isDecided = isAbsenceDecided && !ids.has(id);
    return absences.get(entryKey({ type, id })) ?? (isDecided ? 'unpublished' : 'missing');
  });

  const counts = Object.fromEntries(
    contentTypeNames.map((type): [ContentTypeName, TypeCount] => {
      const ofType = (items: readonly { readonly type: ContentTypeName }[]) =>
        items.filter((item) => item.type === type).length;
      const unread = unreadable.filter(
        (problem) => problem.type === type && problem.severity === 'blocks',
      ).length;
      const read = ofType(source) + unread;
      const decided = ofType(heldBack) + ofType(coming) + ofType(linked.waiting);
      const shown = ofType(linked.entries);
      return [type, { read, unpublished: decided, leftOut: read - decided - shown, shown }];
    }),
  ) as Record<ContentTypeName, TypeCount>;

  return {
    /** Entries on the site, in the order of the source. */
    entries: linked.entries,
    problems: [
      ...unreadable,
      ...duplicates,
      ...checked.flatMap(({ problems }) => problems),
      ...linked.problems,
    ],
    counts,
    /** Drafts and entries in review. */
    heldBack,
    /** Finished entries that are posted on a future day. */
    coming,
    /** Entries that need one that was taken off the site on purpose. */
    waiting: linked.waiting,
    /** The ids of entries that others need and that are missing for no known reason. */
    missing: linked.missing,
  };
}

export type AcceptedContent = Readonly<ReturnType<typeof acceptEntries>>;
