/** The content-loss guard: compares the content of a build with the published site. Pure. */
import type { Config } from '@/config/config';
import { localeTable } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishedSite } from '../targets/published-site';

/** Much of the published content is missing from its source, or the source changed only by default. */
export class ContentLossError extends OperatorError {
  override readonly name = 'VanishedError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** From this number of entries of a type on, a loss of more than half isn't taken for an editor's decision. */
const manyEntries = 10;

/**
 * Throws a `ContentLossError` if a language of the site, all entries of a type, or more than half of ten or more are
 * missing from the same source. Drafts don't count as missing. `CONTENT_MAY_LACK` allows it.
 */
export function assertNoContentLoss(before: PublishedSite | undefined, now: PreparedContent): void {
  if (before?.source !== now.source) return;
  const { counts, content, tolerance } = now;
  const gone = [
    ...contentTypeNames.flatMap((type) => {
      const was = before.shown[type] ?? 0;
      const left = counts[type].shown + counts[type].unpublished;
      const isGone = was > 0 && (left === 0 || (was >= manyEntries && left < was / 2));
      return isGone
        ? [{ name: type, line: `  ${type}: ${was} on the site, ${left} left in the source` }]
        : [];
    }),
    ...before.locales.flatMap((locale) =>
      content.locales.includes(locale)
        ? []
        : [
            {
              name: locale,
              line: `  ${locale}: the site was in ${localeTable[locale].name}, and is no more`,
            },
          ],
    ),
  ].filter(({ name }) => !tolerance.mayLack.has(name));
  if (gone.length === 0) return;
  throw new ContentLossError(
    [
      `Since the last build, more is gone from ${now.source} than an editor would remove. Nothing was published.`,
      ...gone.map(({ line }) => line),
    ].join('\n'),
    'Put back what was moved, renamed, unpublished or cut off by mistake. ' +
      `If it’s intended, build once with CONTENT_MAY_LACK=${gone.map(({ name }) => name).join(',')}.`,
  );
}

const sourceVariables = ['CONTENT_SOURCE', 'CONTENT_DIR', 'CONTENTFUL_SPACE_ID'];

/**
 * Throws a `ContentLossError` if a public site would be built from the default folder only because the variables of
 * its source are missing: visitors would see the sample content.
 */
export function assertSourceIntended(
  before: PublishedSite | undefined,
  now: PreparedContent,
  { content, site }: Pick<Config, 'content' | 'site'>,
): void {
  if (!before || before.source === now.source || content.isSourceSet || !site.isUrlSet) return;
  throw new ContentLossError(
    `The site was built from ${before.source}, and would now be built from ${now.source}, ` +
      `since none of ${sourceVariables.join(', ')} is set. Nothing was published.`,
    'Set the variables of its source again. If the change is intended, set CONTENT_SOURCE=files.',
  );
}
