/** `npm run cms -- check`: runs the checks of a build without rendering, and prints what they find. */
import type { CommandContext } from './command-context';
import { createRedactor } from '@/config/secrets';
import { contentTypeNames } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import { formatProblem } from '@/model/problems';
import { assembleContent, gatherContent, addPictures, type PreparedContent } from '@/site/prepare/prepare';
import { assertIllustrated, assertPublishable } from '@/pipeline/check/publishable';
import { assertAfterRelease, checkClock } from '@/publish/check-clock';
import { describeUnusablePictures } from './push/push-notes';
import { describeFailure } from '@/publish/failure';
import { assertForms } from '@/publish/files/assert-forms';
import { waitingTitle } from '@/publish/report';
import { readLastSite } from '@/publish/targets/deploy-target';
import { assertNoContentLoss, assertSourceIntended } from '@/publish/verify/content-loss';
import { assertNoSecretInContent } from '@/publish/verify/verify-secrets';

export interface CheckOptions extends CommandContext {
  /** The folder of the site that a build would replace. */
  readonly outDir: string;
}

/**
 * Reads the configured source, prints everything that is wrong with it, and says whether a build would fail.
 * Resolves to a process exit code: 0 if a build would succeed with every entry, else 1. Rejects with an
 * `OperatorError` if there is nothing to check.
 */
export async function checkContent({ config, outDir, print }: CheckOptions): Promise<number> {
  const gathered = await gatherContent(config, print);
  const illustrated = await addPictures(gathered);
  illustrated.making.stop();
  const prepared = assembleContent(gathered, illustrated);
  printFindings(prepared, print);
  if (config.content.source === 'files' && config.contentful.tokens.management) {
    const unusable = describeUnusablePictures([...gathered.pulled.assets.keys()]);
    for (const line of unusable) print(`\nNo push can bring this to Contentful: ${line}`);
  }
  try {
    assertAfterRelease(config, gathered.now);
    assertPublishable(gathered.accepted, gathered.tolerance);
    assertIllustrated(illustrated, gathered.tolerance.limit);
    const before = await readLastSite(outDir);
    const clock = checkClock({ config, machine: Date.now(), prepared, before });
    assertSourceIntended(before, prepared, config);
    assertNoContentLoss(before, prepared);
    assertForms(prepared.site, config.forms);
    assertNoSecretInContent(prepared, config.secrets);
    for (const warning of clock) print(`\nWARNING: ${warning}`);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    print(`\nA build would fail:\n${createRedactor(config.secrets)(describeFailure(error))}`);
    return 1;
  }
  return prepared.problems.some(({ severity }) => severity === 'blocks') ? 1 : 0;
}

function printFindings({ counts, problems }: PreparedContent, print: (line: string) => void): void {
  const titles = { warns: 'Warnings', waits: waitingTitle, blocks: 'Left out of the site' };
  for (const severity of ['warns', 'waits', 'blocks'] as const) {
    const found = problems.filter((problem) => problem.severity === severity);
    if (found.length > 0) print(`\n${titles[severity]}:`);
    for (const problem of found) print(`  ${formatProblem(problem)}`);
  }
  print('');
  for (const type of contentTypeNames) {
    const { read, shown, unpublished, leftOut } = counts[type];
    print(`${type.padEnd(13)} ${read} read, ${shown} shown, ${unpublished} unpublished, ${leftOut} left out`);
  }
}
