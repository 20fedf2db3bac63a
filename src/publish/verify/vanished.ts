/** Compares what a build is about to publish with what it would replace. Pure. */
import type { Config } from '@/config/config';
import { localeTable } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishedRecord } from '../targets/published';

/** Much of what is on the site is gone from its source, or the source is another one by default only. */
export class ContentLossError extends OperatorError {
  override readonly name = 'VanishedError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** From so many entries of a type on, more than half of them are not believed to be gone by an editor's hand at once. */
const many = 10;

/**
 * Throws a `VanishedError` where a language of the site, everything of a type, or more than half of ten or more, is
 * gone at once from the source that it was built from. Drafts are not gone. `CONTENT_MAY_LACK` confirms it.
 */
export function assertNothingVanished(before: PublishedRecord | undefined, now: PreparedContent): void {
  if (before?.source !== now.source) return;
  const { counts, content, tolerance } = now;
  const gone = [
    ...contentTypeNames.flatMap((type) => {
      const was = before.shown[type] ?? 0;
      const left = counts[type].shown + counts[type].unpublished;
      const isGone = was > 0 && (left === 0 || (was >= many && left < was / 2));
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
      `Since the last build, more is gone from ${now.source} than an editor can have meant. Nothing was published.`,
      ...gone.map(({ line }) => line),
    ].join('\n'),
    'Put back what was moved, renamed, unpublished or cut off by mistake. ' +
      `If it is meant, build once with CONTENT_MAY_LACK=${gone.map(({ name }) => name).join(',')}.`,
  );
}

const sourceVariables = ['CONTENT_SOURCE', 'CONTENT_DIR', 'CONTENTFUL_SPACE_ID'];

/**
 * Throws a `VanishedError` where a site for the public would be built from the default folder only because the
 * variables that named its source are gone: its visitors would find the sample content.
 */
export function assertSourceMeant(
  before: PublishedRecord | undefined,
  now: PreparedContent,
  { content, site }: Pick<Config, 'content' | 'site'>,
): void {
  if (!before || before.source === now.source || content.isSourceNamed || !site.isUrlSet) return;
  throw new ContentLossError(
    `The site was built from ${before.source}, and would now be built from ${now.source}, ` +
      `since none of ${sourceVariables.join(', ')} is set. Nothing was published.`,
    'Set the variables of its source again. If the change is meant, set CONTENT_SOURCE=files.',
  );
}
