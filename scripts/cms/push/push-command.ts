/** `npm run cms -- push`: the content folder into a space. */
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { formatProblem } from '@/model/problems';
import { createFilesSource } from '@/sources/files/files-source';
import type { SourceContent } from '@/sources/source';
import { assertEnvironment, ManagementError, openManagement, type Ask } from '../management';
import { assetKey, assetState, planAsset, putAsset, type AssetPlan, type AssetPlanning } from './push-assets';
import { applyPush, counter } from './push-apply';
import { entryKey, isHeldBack, planPush, type EntryPlan, type PushPlan } from './push-plan';
import { isCurrent, readSpace } from '../space-content';
import { noChoices, readChoices, type ChoiceOptions } from '../sync/choices';
import { differenceLines, oneSidedLine, titleOf, type Differing } from '../sync/describe';
import { openSyncRecord, syncRecordFile, type SyncRecord } from '../sync/record';
import { entryState } from '../sync/state';

export interface TransferOptions extends ChoiceOptions {
  /** Only tell what would be done. */
  readonly dryRun?: boolean | undefined;
}

export interface Surroundings {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** Where is remembered what files and space last agreed on: by default below `.local`. */
  readonly recordDir?: string;
}

function entryDiffering({ key, entry, stored, fields, differences }: EntryPlan): Differing {
  return {
    key,
    title: titleOf(entry),
    type: entry.type,
    stored,
    inSpace: stored?.fields ?? {},
    inFiles: fields,
    isPublishedInFiles: !isHeldBack(entry),
    differences,
  };
}

function assetDiffering({ key, stored, inSpace, inFiles, differences }: AssetPlan): Differing {
  return { key, stored, inSpace, inFiles, isPublishedInFiles: true, differences };
}

type Plan = EntryPlan | AssetPlan;

const differing = (plan: Plan) => ('entry' in plan ? entryDiffering(plan) : assetDiffering(plan));

const isDue = ({ verdict }: Pick<Plan, 'verdict'>) => verdict === 'write' || verdict === 'overwrite';

function entryLine({ entry, stored, changes, publication }: EntryPlan): string {
  const name = `${entry.type} ${entry.id}`;
  const then = publication === 'none' ? '' : ` (${publication})`;
  if (!stored) return `+ ${name}${then}`;
  return changes.length > 0 ? `~ ${name}: ${changes.join(', ')}${then}` : `~ ${name}${then}`;
}

/** What is written, and what stays as it is on either side without anybody having to choose. */
function planLines({ entries, onlyThere, notes }: PushPlan, assets: readonly AssetPlan[]): string[] {
  const all = [...assets, ...entries];
  return [
    ...assets.filter(isDue).map(({ asset }) => `+ picture ${asset.id}`),
    ...entries.filter(isDue).map(entryLine),
    ...all
      .filter(({ verdict }) => verdict === 'overwrite')
      .flatMap((plan) => differenceLines(differing(plan), 'is overwritten in Contentful, as chosen.')),
    ...notes.map((note) => `! not in the space: ${note}`),
    ...onlyThere.map((name) => `  only in the space, and stays: ${name}`),
    ...all
      .filter(({ verdict }) => verdict === 'keep')
      .map(({ key }) => `  stays as it is in Contentful, as chosen: ${key}`),
  ];
}

function adviceFor({ stored }: Plan): string {
  if (!stored) return 'Delete the file too if it’s no longer needed.';
  if (!isCurrent(stored)) return 'Once it’s published there, npm run cms -- pull brings it here.';
  return 'npm run cms -- pull brings it here.';
}

/** What wasn’t written so that nothing is lost, and what to do about it. */
function unwrittenLines(plans: readonly Plan[], overtaken: readonly Plan[]): string[] {
  const edited = plans.filter(({ verdict }) => verdict === 'edited');
  const conflicts = plans.filter(({ verdict }) => verdict === 'conflict');
  const keys = [...edited, ...conflicts, ...overtaken].map(({ key }) => key);
  return [
    ...edited.map((plan) =>
      oneSidedLine(
        differing(plan),
        'was changed in Contentful only, and stays as it is there',
        adviceFor(plan),
      ),
    ),
    ...conflicts.flatMap((plan) => differenceLines(differing(plan), 'was not pushed: both sides differ.')),
    ...overtaken.flatMap((plan) =>
      differenceLines(differing(plan), 'was changed in Contentful during this push, and is left as it is.'),
    ),
    ...(keys.length === 0
      ? []
      : [
          'To settle these, bring the files up to date (npm run cms -- pull, or by hand) and push again, or run push with',
          `  --overwrite ${keys.join(',')}   to replace what Contentful has`,
          `  --keep ${keys.join(',')}   to leave what Contentful has, and not be told again in this run`,
        ]),
  ];
}

async function readFolder(dir: string, print: Surroundings['print']): Promise<SourceContent> {
  const pulled = await createFilesSource(dir).read(print);
  if (pulled.problems.length === 0) return pulled;
  throw new ManagementError(
    `${pulled.problems.length} files in ${dir} can’t be read:\n${pulled.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
    'Mend them first: what is there has to be whole. Nothing was changed.',
  );
}

/** Remembers what both sides have alike, which is what later changes are compared with. */
async function confirmSame(
  plan: PushPlan,
  assets: readonly AssetPlan[],
  code: string,
  record: SyncRecord,
): Promise<void> {
  for (const { key, stored, verdict } of plan.entries)
    if (stored && verdict === 'same') await record.confirm(key, entryState(stored));
  for (const { key, stored, verdict, content } of assets)
    if (stored && verdict === 'same') await record.confirm(key, assetState(stored, code, content));
}

/** Uploads pictures. Resolves to those that somebody changed meanwhile, as they are now. */
async function putAssets(
  ask: Ask,
  due: readonly AssetPlan[],
  planning: AssetPlanning,
  print: Surroundings['print'],
): Promise<AssetPlan[]> {
  const overtaken: AssetPlan[] = [];
  const uploaded = counter('Pictures uploaded', due.length, print);
  for (const plan of due) {
    const result = await putAsset(ask, plan, planning.space, planning.record);
    if ('overtakenBy' in result)
      overtaken.push(await planAsset(plan.asset, result.overtakenBy, { ...planning, choices: noChoices }));
    uploaded();
  }
  return overtaken;
}

function closingLine(refused: number, left: number): string {
  const parts = [
    ...(refused > 0 ? [`${refused} entries were refused`] : []),
    ...(left > 0 ? [`${left} not overwritten`] : []),
  ];
  return parts.length === 0 ? 'Done.' : `${parts.join(', ')}; the others are in the space.`;
}

/**
 * Brings what differs into the space; drafts stay drafts, and what only the space has stays. What was changed in the
 * space since the last push or pull is overwritten only where that was chosen. Run again after an interruption, it goes
 * on where it stopped. Resolves to a process exit code: 0, or 1 where an entry was refused or is in conflict or, with
 * `dryRun`, something is to be done. Rejects with an `OperatorError`.
 */
export async function push(
  { dryRun = false, ...options }: TransferOptions,
  { config, print, recordDir }: Surroundings,
): Promise<number> {
  const target = requireManagement(config);
  const { dir } = config.content;
  const pulled = await readFolder(dir, print);
  const ids = [...pulled.assets.keys()];
  const choices = readChoices(options, new Set([...pulled.entries.map(entryKey), ...ids.map(assetKey)]));
  const ask = openManagement(target);
  const { sys } = await assertEnvironment(ask, target);
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpace(ask, print);
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
  for (const asset of pulled.assets.values())
    assets.push(await planAsset(asset, space.assets.get(asset.id), planning));
  const all = [...assets, ...plan.entries];
  const conflicts = all.filter(({ verdict }) => verdict === 'conflict').length;
  for (const line of planLines(plan, assets)) print(line);
  if (!dryRun) await confirmSame(plan, assets, space.locales.codes.default, record);
  const isAnythingDue = all.some(isDue);
  if (dryRun || !isAnythingDue) {
    for (const line of unwrittenLines(all, [])) print(line);
    const isSettled = all.every(({ verdict }) => verdict === 'same');
    print(isSettled ? 'The space has this content. Nothing is to be done.' : 'Nothing was changed.');
    return isAnythingDue || conflicts > 0 ? 1 : 0;
  }
  const overtakenAssets = await putAssets(ask, assets.filter(isDue), planning, print);
  const { refused, overtaken } = await applyPush(ask, plan, print, record);
  const allOvertaken = [...overtakenAssets, ...overtaken];
  for (const line of unwrittenLines(all, allOvertaken)) print(line);
  const left = conflicts + allOvertaken.length;
  print(closingLine(refused, left));
  return refused + left === 0 ? 0 : 1;
}
