/** `npm run cms -- push`: brings the content folder into a space. */
import { entryKey } from '@/model/types/entry';
import type { SourceContent } from '@/sources/source';
import { formatProblem } from '@/model/problems';
import { createFilesSource } from '@/sources/files/files-source';
import type { CommandContext } from '../command-context';
import { ManagementError, openSpace } from '../management';
import { createProgressCounter } from '../progress-counter';
import { readSpaceContent } from '../space-content';
import { readOverwriteChoice, type TransferOptions } from '../transfer/overwrite-choice';
import { formatPushPlan, formatPushResult, formatUnwritten } from './format-push';
import { publishAsset } from './publish-asset';
import { applyPush } from './push-apply';
import { assetKey, planAsset, type AssetPlan } from './push-assets';
import { canBeAsset } from './push-notes';
import { planPush } from './push-plan';
import { isDue } from './push-verdict';

async function readContentFolder(dir: string, print: CommandContext['print']): Promise<SourceContent> {
  const pulled = await createFilesSource(dir).read(print);
  if (pulled.problems.length === 0) return pulled;
  throw new ManagementError(
    `${pulled.problems.length} files in ${dir} can’t be read:\n${pulled.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
    'Fix them first: a push needs complete entries. Nothing was changed.',
  );
}

/**
 * Creates the entries and pictures that the space lacks. One that differs is overwritten only if `overwrite` names it.
 * Drafts stay drafts, and entries that only the space has stay. After an interruption another run continues where this one
 * stopped. Resolves to a process exit code: 1 if something wasn't pushed, or if `dryRun` found something
 * to do; else 0. Rejects with an `OperatorError`.
 */
export async function pushContent(
  { dryRun = false, overwrite }: TransferOptions,
  { config, print }: CommandContext,
): Promise<number> {
  const pulled = await readContentFolder(config.content.dir, print);
  const ids = [...pulled.assets.keys()];
  const isChosen = readOverwriteChoice(
    overwrite,
    new Set([...pulled.entries.map(entryKey), ...ids.map(assetKey)]),
  );
  const { target, ask } = await openSpace(config);
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpaceContent(ask, print);
  const plan = planPush(pulled.entries, ids, space, isChosen);
  if (plan.faults.length > 0) {
    throw new ManagementError(
      `The content can’t be in a space as it is:\n${plan.faults.map((fault) => `  ${fault}`).join('\n')}`,
      'Rename one of them, and the links to it. Nothing was changed.',
    );
  }
  const assets: AssetPlan[] = [];
  for (const asset of [...pulled.assets.values()].filter(({ id }) => canBeAsset(id)))
    assets.push(await planAsset(asset, space, target, isChosen(assetKey(asset.id))));
  const all = [...assets, ...plan.entries];
  for (const line of formatPushPlan(plan, assets)) print(line);
  const isAnythingDue = all.some(isDue);
  const differing = all.filter(({ verdict }) => verdict === 'refuse').length;
  const unpushed = differing + plan.leftOut.length;
  if (dryRun || !isAnythingDue) {
    for (const line of formatUnwritten(all, [])) print(line);
    const isSettled = !isAnythingDue && unpushed === 0;
    print(isSettled ? 'The space has this content. There’s nothing to do.' : 'Nothing was changed.');
    return isSettled ? 0 : 1;
  }
  const overtakenAssets: string[] = [];
  const dueAssets = assets.filter(isDue);
  const countUploaded = createProgressCounter('Pictures uploaded', dueAssets.length, print);
  for (const one of dueAssets) {
    if (!(await publishAsset(ask, one, space.locales.codes.default))) overtakenAssets.push(one.key);
    countUploaded();
  }
  const { refused, overtaken } = await applyPush(ask, plan, print);
  const allOvertaken = [...overtakenAssets, ...overtaken];
  for (const line of formatUnwritten(all, allOvertaken)) print(line);
  print(formatPushResult(refused, differing + allOvertaken.length));
  return refused + allOvertaken.length + unpushed === 0 ? 0 : 1;
}
