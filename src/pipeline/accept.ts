/** From raw entries to those that go on the site, with everything that is to be said about the others. */
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/entry';
import { formatProblem, type Problem } from '@/model/problems';
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

export interface Accepted {
  /** On the site, sorted as they came. */
  readonly entries: readonly AnyEntry[];
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<ContentTypeName, TypeCount>>;
}

/** How many entries of a type may be left out before the build stops. */
export interface Limit {
  readonly entries: number;
  /** Share of the type's entries, 0 to 1. */
  readonly share: number;
}

/** Past two entries or two per cent of a type, something is wrong with more than an entry. */
export const defaultLimit: Limit = { entries: 2, share: 0.02 };

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
export function accept(source: readonly RawEntry[], unreadable: readonly Problem[]): Accepted {
  const { kept, problems: duplicates } = unique(source);
  const published = kept.map(normalize).filter(({ entry }) => !isUnpublished(entry));
  const validated = published.map(({ entry }) => validate(entry));
  const valid = validated.flatMap(({ entry }) => (entry ? [entry] : []));
  const known = new Set(kept.map((raw) => `${raw.type}/${raw.id}`));
  const linked = link(valid, (type, id) => known.has(`${type}/${id}`));

  const counts = Object.fromEntries(
    contentTypeNames.map((type): [ContentTypeName, TypeCount] => {
      const ofType = (items: readonly { readonly type: ContentTypeName }[]) =>
        items.filter((item) => item.type === type).length;
      const unread = unreadable.filter(
        (problem) => problem.type === type && problem.severity === 'blocks',
      ).length;
      const read = ofType(source) + unread;
      const unpublished = ofType(kept) - ofType(published.map(({ entry }) => entry));
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
  };
}

/** So many entries were left out that the site must not be published. */
export class TooManyLeftOutError extends Error {
  override readonly name = 'TooManyLeftOutError';
}

/** The site would have nothing to show. */
export class EmptySiteError extends Error {
  override readonly name = 'EmptySiteError';
}

/**
 * Stops a build that would lose more than an editor can have meant. Throws `TooManyLeftOutError` or
 * `EmptySiteError` with the entries and reasons.
 */
export function assertPublishable({ counts, problems }: Accepted, limit: Limit = defaultLimit): void {
  if (counts.settings.leftOut > 0) {
    // Without them the site would change its name and its languages, and shed the note that it is a sample.
    const reasons = problems.filter(
      (problem) => problem.type === 'settings' && problem.severity === 'blocks',
    );
    throw new TooManyLeftOutError(
      [
        'The site settings can’t be left out, since every page depends on them. Nothing was published. Mend them:',
        ...reasons.map((problem) => `  ${formatProblem(problem)}`),
      ].join('\n'),
    );
  }
  for (const type of contentTypeNames) {
    const { read, unpublished, leftOut } = counts[type];
    const allowed = Math.max(limit.entries, Math.floor(limit.share * (read - unpublished)));
    if (leftOut > allowed) {
      const reasons = problems.filter((problem) => problem.type === type && problem.severity === 'blocks');
      throw new TooManyLeftOutError(
        [
          `${leftOut} of ${read - unpublished} entries of type ${type} would be left out, and at most ${allowed} may be.`,
          'Nothing was published. Mend these entries, or raise CONTENT_LEFT_OUT_LIMIT:',
          ...reasons.slice(0, 20).map((problem) => `  ${formatProblem(problem)}`),
          ...(reasons.length > 20 ? [`  … and ${reasons.length - 20} more`] : []),
        ].join('\n'),
      );
    }
  }
  if (counts.opportunity.shown + counts.organization.shown === 0) {
    throw new EmptySiteError(
      'The source has no opportunity and no organization that can be shown. Nothing was published. ' +
        'Publish some entries, or check that this is the right folder, space and environment.',
    );
  }
}
