/** The content-loss guard: compares the content of a build with the published site. Pure. */
import { OperatorError } from '@/model/operator-error';
import type { Config } from '@/config/config';
import type { AllowedLoss } from '@/config/values';
import { localeTable } from '@/i18n/locales';
import { entryKey, contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { EntryRecord, PublishedSite } from '../targets/published-site';

/** From this number of entries on, a loss of more than half isn't taken for an editor's decision. */
const manyEntries = 10;

/** Lost entries of a type that are named; the others are counted. */
const namedEntries = 10;

const isMostlyLost = (was: number, left: number) => was >= manyEntries && left < was / 2;

/** A type or a language that is lost, as `CONTENT_MAY_LACK` names it, and the lines that describe the loss. */
interface Loss {
  readonly name: AllowedLoss;
  readonly lines: readonly string[];
}

function describeLoss(name: ContentTypeName, numbers: string, lost: readonly EntryRecord[]): Loss {
  const names = lost.slice(0, namedEntries).map(({ title, id }) => `    “${title}” (${id})`);
  const rest = lost.length - names.length;
  return {
    name,
    lines: [`  ${name}: ${numbers}`, ...names, ...(rest > 0 ? [`    … and ${rest} more`] : [])],
  };
}

function createLossError(sentence: string, losses: readonly Loss[], hint: string): OperatorError {
  const names = losses.map(({ name }) => name).join(',');
  return new OperatorError(
    [sentence, ...losses.flatMap(({ lines }) => lines)].join('\n'),
    `${hint} If it’s intended, build once with CONTENT_MAY_LACK=${names}.`,
  );
}

/**
 * Throws an `OperatorError` if a language of the site, all entries of a type, or more than half of ten or more are
 * missing from the same source without a reason; or if more than half of the site would go, whatever the reason. A draft
 * has a reason, and so has what is gone from a source where only someone’s decision takes entries away.
 * `CONTENT_MAY_LACK` allows the loss.
 */
export function assertNoContentLoss(before: PublishedSite | undefined, now: PreparedContent): void {
  if (before?.source !== now.source) return;
  const { counts, tolerance, source } = now;
  const types = contentTypeNames.filter((type) => !tolerance.mayLack.has(type));
  const byType = Map.groupBy(before.entries, ({ type }) => type);
  const was = (type: ContentTypeName) => byType.get(type)?.length ?? 0;
  const shown = new Set(now.content.entries.map(entryKey));
  const off = before.entries.filter((entry) => !shown.has(entryKey(entry)));

  const present = new Set([...now.heldBack, ...now.coming, ...now.leftOut].map(entryKey));
  const missing = off.filter((entry) => !present.has(entryKey(entry)));
  const vanished = types.flatMap((type) => {
    const ofType = missing.filter((entry) => entry.type === type);
    const unexplained = now.isAbsenceDecided ? [] : ofType;
    const left = counts[type].shown + counts[type].unpublished;
    const explained = left + ofType.length - unexplained.length;
    const isLost = was(type) > 0 && (explained === 0 || isMostlyLost(was(type), explained));
    return isLost
      ? [describeLoss(type, `${was(type)} on the site, ${left} left in the source`, unexplained)]
      : [];
  });
  const languages = before.locales
    .filter((locale) => !now.content.locales.includes(locale) && !tolerance.mayLack.has(locale))
    .map((locale): Loss => ({
      name: locale,
      lines: [`  ${locale}: the site was in ${localeTable[locale].name}, and is no more`],
    }));
  if (vanished.length + languages.length > 0)
    throw createLossError(
      `Since the last build, much is missing from ${source}, and nothing says that it was taken off the site on purpose. Nothing was published.`,
      [...vanished, ...languages],
      'Put back what was moved, renamed or cut off by mistake. To take an entry off the site, make it a draft.',
    );

  const sum = (count: (type: ContentTypeName) => number) =>
    types.reduce((total, type) => total + count(type), 0);
  const [total, left] = [sum(was), sum((type) => counts[type].shown)];
  if (!isMostlyLost(total, left)) return;
  throw createLossError(
    `Of ${total} entries on the site, ${left} would be left: more than half would go. Nothing was published.`,
    types
      .filter((type) => counts[type].shown < was(type))
      .map((type) =>
        describeLoss(
          type,
          `${was(type)} on the site, ${counts[type].shown} left`,
          off.filter((entry) => entry.type === type),
        ),
      ),
    'Put back what was taken off by mistake, or check that this is the right folder, space, environment and token.',
  );
}

const sourceVariables = ['CONTENT_SOURCE', 'CONTENT_DIR', 'CONTENTFUL_SPACE_ID'];

/**
 * Throws an `OperatorError` if a public site would be built from the default folder only because the variables of
 * its source are missing: visitors would see the sample content.
 */
export function assertSourceIntended(
  before: PublishedSite | undefined,
  now: PreparedContent,
  { content, site }: Pick<Config, 'content' | 'site'>,
): void {
  if (!before || before.source === now.source || content.isSourceSet || !site.isUrlSet) return;
  throw new OperatorError(
    `The site was built from ${before.source}, and would now be built from ${now.source}, ` +
      `since none of ${sourceVariables.join(', ')} is set. Nothing was published.`,
    'Set the variables of its source again. If the change is intended, set CONTENT_SOURCE=files.',
  );
}
