/** `npm run cms -- push`: brings the content folder into a space. */
import { entryKey } from '@/model/types/entry';
import { requireManagement } from '@/config/space';
import type { SourceContent } from '@/sources/source';
import type { Config } from '@/config/config';
import { formatProblem } from '@/model/problems';
import { createFilesSource } from '@/sources/files/files-source';
import { assertEnvironment, openManagement, ManagementError, type RequestRunner } from '../management';
import { assetKey, buildAssetState, planAsset, type AssetPlan, type AssetPlanContext } from './push-assets';
import { canBeAsset, planPush, type PushPlan } from './push-plan';
import { readSpaceContent } from '../space-content';
import { readSyncChoices, noSyncChoices, type ChoiceOptions } from '../sync/choices';
import { openSyncRecord, syncRecordFile, type SyncRecord } from '../sync/sync-record';
import { buildEntryState } from '../sync/sync-state';
import { createProgressCounter } from '../progress-counter';
import { applyPush } from './push-apply';
import { isItemDue, formatUnwrittenItems, formatPushPlan, formatPushResult } from './format-push';
import { publishAsset } from './publish-asset';

export interface TransferOptions extends ChoiceOptions {
  /** Prints what would be done without doing it. */
  readonly dryRun?: boolean | undefined;
}

export interface TransferDependencies {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** The folder of the records of what files and space last agreed on: by default below `.local`. */
  readonly recordDir?: string;
}

async function readContentFolder(dir: string, print: TransferDependencies['print']): Promise<SourceContent> {
  const pulled = await createFilesSource(dir).read(print);
  if (pulled.problems.length === 0) return pulled;
  throw new ManagementError(
    `${pulled.problems.length} files in ${dir} can’t be read:\n${pulled.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
    'Fix them first: a push needs complete entries. Nothing was changed.',
  );
}

/** Records the entries and pictures that both sides have alike. Later changes are compared with that. */
async function confirmUnchanged(
  plan: PushPlan,
  assets: readonly AssetPlan[],
  code: string,
  record: SyncRecord,
): Promise<void> {
  for (const { key, stored, verdict } of plan.entries)
    if (stored && verdict === 'same') await record.confirm(key, buildEntryState(stored));
  for (const { key, stored, verdict, content } of assets)
    if (stored && verdict === 'same') await record.confirm(key, buildAssetState(stored, code, content));
}

/** Uploads pictures. Resolves to those that were changed meanwhile, with their state now. */
async function publishAssets(
  ask: RequestRunner,
  due: readonly AssetPlan[],
  planning: AssetPlanContext,
  print: TransferDependencies['print'],
): Promise<AssetPlan[]> {
  const overtaken: AssetPlan[] = [];
  const countUploaded = createProgressCounter('Pictures uploaded', due.length, print);
  for (const plan of due) {
    const result = await publishAsset(ask, plan, planning.space, planning.record);
    if ('overtakenBy' in result)
      overtaken.push(
        await planAsset(plan.asset, result.overtakenBy, { ...planning, choices: noSyncChoices }),
      );
    countUploaded();
  }
  return overtaken;
}

/**
 * Brings the differences into the space. Drafts stay drafts, and entries that only the space has stay. A change in the
 * space since the last push or pull is overwritten only if `overwrite` names it. After an interruption another run goes
 * on where this one stopped. Resolves to a process exit code: 1 if an entry was refused or is in conflict, or if
 * `dryRun` found something to do; else 0. Rejects with an `OperatorError`.
 */
export async function pushContent(
  { dryRun = false, ...options }: TransferOptions,
  { config, print, recordDir }: TransferDependencies,
): Promise<number> {
  const target = requireManagement(config);
  const { dir } = config.content;
  const pulled = await readContentFolder(dir, print);
  const ids = [...pulled.assets.keys()];
  const choices = readSyncChoices(options, new Set([...pulled.entries.map(entryKey), ...ids.map(assetKey)]));
  const ask = openManagement(target);
  const { sys } = await assertEnvironment(ask, target);
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpaceContent(ask, print);
  const record = await openSyncRecord(syncRecordFile(target, dir, recordDir), sys.createdAt);
  const plan = planPush(pulled.entries, ids, space, record.known, choices);
  if (plan.faults.length > 0) {
    throw new ManagementError(
      `The content can’t be in a space as it is:\n${plan.faults.map((fault) => `  ${fault}`).join('\n')}`,
      'Rename one of them, and the links to it. Nothing was changed.',
    );
  }
  const planning = { space, target, record, choices };
  const assets: AssetPlan[] = [];
  for (const asset of [...pulled.assets.values()].filter(({ id }) => canBeAsset(id)))
    assets.push(await planAsset(asset, space.assets.get(asset.id), planning));
  const all = [...assets, ...plan.entries];
  const conflicts = all.filter(({ verdict }) => verdict === 'conflict').length;
  for (const line of formatPushPlan(plan, assets)) print(line);
  if (!dryRun) await confirmUnchanged(plan, assets, space.locales.codes.default, record);
  const isAnythingDue = all.some(isItemDue);
  if (dryRun || !isAnythingDue) {
    for (const line of formatUnwrittenItems(all, [])) print(line);
    const isSettled = plan.leftOut.length === 0 && all.every(({ verdict }) => verdict === 'same');
    print(isSettled ? 'The space has this content. There’s nothing to do.' : 'Nothing was changed.');
    return isAnythingDue || conflicts > 0 || plan.leftOut.length > 0 ? 1 : 0;
  }
  const overtakenAssets = await publishAssets(ask, assets.filter(isItemDue), planning, print);
  const { refused, overtaken } = await applyPush(ask, plan, print, record);
  const allOvertaken = [...overtakenAssets, ...overtaken];
  for (const line of formatUnwrittenItems(all, allOvertaken)) print(line);
  const left = conflicts + allOvertaken.length;
  print(formatPushResult(refused, left));
  return refused + left + plan.leftOut.length === 0 ? 0 : 1;
}
