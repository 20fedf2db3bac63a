/** From raw entries to those that go on the site, with everything that is to be said about the others. */
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { link } from './link';
import { normalize } from './normalize';
import { problemsOf, validate, type AnyEntry } from './validate';

/** What became of the entries of one type. */
export interface TypeCount {
  /** What the source has. */
  readonly read: number;
  /** Valid, but the editor keeps it back: draft or in review. */
  readonly unpublished: number;
  /** Not shown because something is wrong with it. */
  readonly leftOut: number;
  readonly shown: number;
}

export interface AcceptedContent {
  /** On the site, sorted as they came. */
  readonly entries: readonly AnyEntry[];
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<ContentTypeName, TypeCount>>;
  /** Drafts and what is in review. */
  readonly heldBack: readonly RawEntry[];
}

function isUnpublished(raw: RawEntry): boolean {
  const status = raw.shared['status'];
  return status === 'draft' || status === 'review';
}

/**
 * Duplicate ids within a type: the first stays, the others are problems. An id that another type has too is one for
 * Contentful only, where ids are unique in the whole space: a warning, so that it is known before somebody moves there.
 */
function unique(raws: readonly RawEntry[]): { kept: RawEntry[]; problems: Problem[] } {
  const seen = new Set<string>();
  const firstOfId = new Map<string, RawEntry>();
  const kept: RawEntry[] = [];
  const problems: Problem[] = [];
  for (const raw of raws) {
    const key = `${raw.type}/${raw.id}`;
    const other = firstOfId.get(raw.id);
    if (seen.has(key)) {
      problems.push(
        ...problemsOf(raw, [
          {
            code: 'id-duplicate',
            severity: 'blocks',
            message: 'has the id of another entry of its type',
            hint: 'Delete one of the two, or give it an id of its own.',
          },
        ]),
      );
      continue;
    }
    if (other) {
      problems.push(
        ...problemsOf(raw, [
          {
            code: 'id-shared',
            severity: 'warns',
            message: `has the same id as ${other.origin.label}, “${raw.id}”, which a Contentful space can’t have`,
            hint: 'Rename one of the two files, and the links to it, before you move to Contentful.',
          },
        ]),
      );
    }
    seen.add(key);
    if (!other) firstOfId.set(raw.id, raw);
    kept.push(raw);
  }
  return { kept, problems };
}

/**
 * Normalizes, validates and links a source's entries.
 * `unreadable` are the source's own problems: what it could not even make an entry of counts as left out.
 */
export function accept(source: readonly RawEntry[], unreadable: readonly Problem[]): AcceptedContent {
  const { kept, problems: duplicates } = unique(source);
  const normalized = kept.map(normalize);
  const { held = [], published = [] } = Object.groupBy(normalized, ({ entry }) =>
    isUnpublished(entry) ? 'held' : 'published',
  );
  const heldBack = held.map(({ entry }) => entry);
  const validated = published.map(({ entry }) => validate(entry));
  const valid = validated.flatMap(({ entry }) => (entry ? [entry] : []));
  const known = new Set([...kept, ...unreadable].map(({ type, id }) => `${type}/${id}`));
  const linked = link(valid, (type, id) => known.has(`${type}/${id}`));

  const counts = Object.fromEntries(
    contentTypeNames.map((type): [ContentTypeName, TypeCount] => {
      const ofType = (items: readonly { readonly type: ContentTypeName }[]) =>
        items.filter((item) => item.type === type).length;
      const unread = unreadable.filter(
        (problem) => problem.type === type && problem.severity === 'blocks',
      ).length;
      const read = ofType(source) + unread;
      const unpublished = ofType(heldBack);
      const shown = ofType(linked.entries);
      return [type, { read, unpublished, leftOut: read - unpublished - shown, shown }];
    }),
  ) as Record<ContentTypeName, TypeCount>;

  return {
    entries: linked.entries,
    problems: [
      ...unreadable,
      ...duplicates,
      ...published.flatMap(({ entry, findings }) => problemsOf(entry, findings)),
      ...validated.flatMap(({ problems }) => problems),
      ...linked.problems,
    ],
    counts,
    heldBack,
  };
}
