/** `npm run cms -- push`: the content folder into a space. */
import type { Environment } from '@/pipeline/prepare';
import { formatProblem } from '@/model/problems';
import { filesSource } from '@/sources/files/files';
import type { Asset } from '@/sources/source';
import { assertEnvironment, ManagementError, managementConfig, openManagement } from './management';
import { hasAsset, putAsset } from './push-assets';
import { applyPush, counter } from './push-apply';
import { planPush, type EntryPlan, type PushPlan } from './push-plan';
import { readSpace } from './space-content';

export interface TransferOptions {
  /** Only tell what would be done. */
  readonly dryRun?: boolean | undefined;
}

export interface Surroundings {
  readonly env: Environment;
  readonly print: (line: string) => void;
}

/** A picture that the space doesn't have as it is here. */
interface AssetPlan {
  readonly asset: Asset;
  readonly bytes: Uint8Array;
}

function planLines({ entries, onlyThere, notes }: PushPlan, assets: readonly AssetPlan[]): string[] {
  const nameOf = ({ entry }: EntryPlan) => `${entry.type} ${entry.id}`;
  return [
    ...assets.map(({ asset }) => `+ picture ${asset.id}`),
    ...entries.flatMap((plan) => {
      const { stored, changes, publication } = plan;
      const then = publication === 'none' ? '' : ` (${publication})`;
      if (!stored) return [`+ ${nameOf(plan)}${then}`];
      if (changes.length > 0) return [`~ ${nameOf(plan)}: ${changes.join(', ')}${then}`];
      return publication === 'none' ? [] : [`~ ${nameOf(plan)}${then}`];
    }),
    ...notes.map((note) => `! not in the space: ${note}`),
    ...onlyThere.map((name) => `  only in the space, and stays: ${name}`),
  ];
}

/**
 * Brings what differs into the space; drafts stay drafts, and what only the space has stays. Run again after an
 * interruption, it goes on where it stopped. Resolves to a process exit code: 0, or 1 where an entry was refused or,
 * with `dryRun`, something is to be done. Rejects with an `OperatorError`.
 */
export async function push(
  { dryRun = false }: TransferOptions,
  { env, print }: Surroundings,
): Promise<number> {
  const config = managementConfig(env);
  const dir = env['CONTENT_DIR'] || 'content';
  const pulled = await filesSource(dir).pull(print);
  if (pulled.problems.length > 0) {
    throw new ManagementError(
      `${pulled.problems.length} files in ${dir} can’t be read:\n${pulled.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
      'Mend them first: what is there has to be whole. Nothing was changed.',
    );
  }
  const ask = openManagement(config);
  await assertEnvironment(ask, config);
  print(`Reading space ${config.space}, environment ${config.environment}`);
  const space = await readSpace(ask, print);
  const plan = planPush(pulled.entries, [...pulled.assets.keys()], space);
  if (plan.faults.length > 0) {
    throw new ManagementError(
      `The content can’t be in a space as it is:\n${plan.faults.map((fault) => `  ${fault}`).join('\n')}`,
      'Rename one of them, and the links to it. Nothing was changed.',
    );
  }
  const assets: AssetPlan[] = [];
  for (const asset of pulled.assets.values()) {
    const bytes = await asset.read();
    if (!(await hasAsset(asset, bytes, space, config))) assets.push({ asset, bytes });
  }
  const lines = planLines(plan, assets);
  for (const line of lines) print(line);
  const isDone =
    assets.length === 0 &&
    plan.entries.every(({ changes, publication }) => changes.length === 0 && publication === 'none');
  if (isDone) {
    print('The space has this content. Nothing is to be done.');
    return 0;
  }
  if (dryRun) {
    print('Nothing was changed.');
    return 1;
  }
  const uploaded = counter('Pictures uploaded', assets.length, print);
  for (const { asset, bytes } of assets) {
    await putAsset(ask, asset, bytes, space);
    uploaded();
  }
  const refused = await applyPush(ask, plan, print);
  print(refused === 0 ? 'Done.' : `${refused} entries were refused; the others are in the space.`);
  return refused === 0 ? 0 : 1;
}
