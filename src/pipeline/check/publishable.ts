/** Stops a build before rendering if its content is too incomplete to be intended. */
import { defaultLimit, type AllowedLoss, type LeftOutLimit } from '@/config/values';
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import { formatProblem, type Problem } from '@/model/problems';
import type { AcceptedContent } from './accept';
import type { IllustratedContent } from '../pictures/illustrate';

/** The losses that the operator allows. */
export interface LeftOutTolerance {
  readonly limit: LeftOutLimit;
  readonly mayLack: ReadonlySet<AllowedLoss>;
}

/** Returns how many of `all` entries may be left out. */
function allowedOf({ entries, share }: LeftOutLimit, all: number): number {
  return Math.max(entries, Math.floor(share * all));
}

export const defaultTolerance: LeftOutTolerance = { limit: defaultLimit, mayLack: new Set() };

/** How to go on where entries need ones that are gone without a reason. */
function missingHint({ missing }: AcceptedContent): string[] {
  if (missing.size === 0) return [];
  const names = [...missing].slice(0, listed).map((id) => `“${id}”`);
  return [
    `The files don’t say that ${names.join(', ')} went off the site on purpose. ` +
      'Bring it back. To take it off the site, make it a draft: what needs it then goes with it, and doesn’t count.',
  ];
}

/** Types that every site needs, unless its operator allows otherwise. */
const core: readonly ContentTypeName[] = ['opportunity', 'organization', 'page'];

/** Reasons that are listed; the others are counted. */
const listed = 20;

/** Returns the problems that keep entries of a type off the site. */
function reasonsOf(problems: readonly Problem[], of: ContentTypeName): Problem[] {
  return problems.filter(({ type, severity }) => type === of && severity !== 'warns');
}

function listOf(reasons: readonly Problem[]): string[] {
  return [
    ...reasons.slice(0, listed).map((problem) => `  ${formatProblem(problem)}`),
    ...(reasons.length > listed ? [`  … and ${reasons.length - listed} more`] : []),
  ];
}

/**
 * Throws an `OperatorError`, with the entries and reasons, if the site must
 * not be published.
 */
export function assertPublishable(
  accepted: AcceptedContent,
  tolerance: LeftOutTolerance = defaultTolerance,
): void {
  assertSettings(accepted);
  assertWithinLimit(accepted, tolerance.limit);
  assertCore(accepted, tolerance.mayLack);
}

/**
 * Throws an `OperatorError` unless there is one entry of settings. Without them, or with those of another site, a site
 * would change its name, its languages and its sample notice.
 */
export function assertSettings({ counts, entries, heldBack, problems }: AcceptedContent): void {
  if (counts.settings.leftOut > 0) {
    throw new OperatorError(
      [
        'The site settings can’t be left out, since every page depends on them. Nothing was published. Fix them:',
        ...listOf(reasonsOf(problems, 'settings')),
      ].join('\n'),
    );
  }
  const labelsOf = (all: readonly Pick<RawEntry, 'type' | 'origin'>[]) =>
    all.flatMap(({ type, origin }) => (type === 'settings' ? [origin.label] : []));
  const shown = labelsOf(entries);
  if (shown.length === 1) return;
  if (shown.length > 1) {
    throw new OperatorError(
      `There are ${shown.length} entries of site settings, and a site has one: ${shown.join(', ')}. ` +
        'Nothing was published. Keep the one that is right; delete or unpublish the others.',
    );
  }
  const held = labelsOf(heldBack);
  throw new OperatorError(
    'There are no site settings, and every page depends on them. Nothing was published. ' +
      (held.length > 0
        ? `Publish this entry, which is a draft or in review: ${held.join(', ')}.`
        : 'Publish one entry of type settings, or check that this is the right folder, space and environment.'),
  );
}

function assertWithinLimit(accepted: AcceptedContent, limit: LeftOutLimit): void {
  const { counts, problems } = accepted;
  for (const type of contentTypeNames) {
    const { read, unpublished, leftOut } = counts[type];
    const allowed = allowedOf(limit, read - unpublished);
    if (leftOut <= allowed) continue;
    const reasons = reasonsOf(problems, type).filter(({ severity }) => severity === 'blocks');
    throw new OperatorError(
      [
        `${leftOut} of ${read - unpublished} entries of type ${type} would be left out, and at most ${allowed} may be.`,
        'Nothing was published. Fix these entries, or raise CONTENT_LEFT_OUT_LIMIT:',
        ...listOf(reasons),
        ...missingHint(accepted),
      ].join('\n'),
    );
  }
}

function assertCore({ counts, problems }: AcceptedContent, mayLack: LeftOutTolerance['mayLack']): void {
  const lacking = core.filter((type) => counts[type].shown === 0 && !mayLack.has(type));
  if (lacking.length === 0) return;
  throw new OperatorError(
    [
      'The source has nothing to show of what every site needs. Nothing was published.',
      ...lacking.flatMap((type) => {
        const { read, unpublished, leftOut } = counts[type];
        const reasons = reasonsOf(problems, type);
        const line = `  ${type}: ${read === 0 ? 'none' : `${read} read, ${unpublished} of them drafts, in review, posted on a future day or waiting for such an entry, ${leftOut} left out`}`;
        return [line, ...listOf(reasons)];
      }),
    ].join('\n'),
    'Publish some entries, or check that this is the right folder, space and environment. ' +
      `For a site that is meant to do without, set CONTENT_MAY_LACK=${lacking.join(',')}.`,
  );
}

/** Throws an `OperatorError` if more pictures are missing than the limit allows. */
export function assertIllustrated(
  { wanted, missing, problems }: Pick<IllustratedContent, 'wanted' | 'missing' | 'problems'>,
  limit: LeftOutLimit,
): void {
  const allowed = allowedOf(limit, wanted);
  if (missing <= allowed) return;
  throw new OperatorError(
    [
      `${missing} of ${wanted} pictures can’t be shown, and at most ${allowed} may be missing.`,
      'Nothing was published. Fix these, or raise CONTENT_LEFT_OUT_LIMIT:',
      ...listOf(problems),
    ].join('\n'),
  );
}
