/** Formats the plan and the result of a push as lines for a terminal. */
import type { AssetPlan } from './push-assets';
import { isDraftOrInReview, type EntryPlan, type PushPlan } from './push-plan';
import { isFullyPublished } from '../space-content';
import {
  formatDifferences,
  formatOneSidedChange,
  entryTitle,
  type DifferingItem,
} from '../sync/format-differences';

function buildDifferingEntry({ key, entry, stored, fields, differences }: EntryPlan): DifferingItem {
  return {
    key,
    title: entryTitle(entry),
    type: entry.type,
    stored,
    inSpace: stored?.fields ?? {},
    inFiles: fields,
    isPublishedInFiles: !isDraftOrInReview(entry),
    differences,
  };
}

function buildDifferingAsset({ key, stored, inSpace, inFiles, differences }: AssetPlan): DifferingItem {
  return { key, stored, inSpace, inFiles, isPublishedInFiles: true, differences };
}

type Plan = EntryPlan | AssetPlan;

const buildDifferingItem = (plan: Plan) =>
  'entry' in plan ? buildDifferingEntry(plan) : buildDifferingAsset(plan);

export const isItemDue = ({ verdict }: Pick<Plan, 'verdict'>) =>
  verdict === 'write' || verdict === 'overwrite';

function formatEntryPlan({ entry, stored, changes, publication }: EntryPlan): string {
  const name = `${entry.type} ${entry.id}`;
  const then = publication === 'none' ? '' : ` (${publication})`;
  if (!stored) return `+ ${name}${then}`;
  return changes.length > 0 ? `~ ${name}: ${changes.join(', ')}${then}` : `~ ${name}${then}`;
}

/** Lists what is written, and what stays as it is without a choice. */
export function formatPushPlan(
  { entries, onlyThere, notes, leftOut }: PushPlan,
  assets: readonly AssetPlan[],
): string[] {
  const all = [...assets, ...entries];
  return [
    ...assets.filter(isItemDue).map(({ asset }) => `+ picture ${asset.id}`),
    ...entries.filter(isItemDue).map(formatEntryPlan),
    ...all
      .filter(({ verdict }) => verdict === 'overwrite')
      .flatMap((plan) =>
        formatDifferences(buildDifferingItem(plan), 'is overwritten in Contentful, as chosen.'),
      ),
    ...leftOut.map((item) => `! not pushed: ${item}`),
    ...notes.map((note) => `! not in the space: ${note}`),
    ...onlyThere.map((name) => `  only in the space, and stays: ${name}`),
    ...all
      .filter(({ verdict }) => verdict === 'keep')
      .map(({ key }) => `  stays as it is in Contentful, as chosen: ${key}`),
  ];
}

function formatAdvice({ stored }: Plan): string {
  if (!stored) return 'Delete the file too if it’s no longer needed.';
  if (!isFullyPublished(stored)) return 'Once it’s published there, npm run cms -- pull brings it here.';
  return 'npm run cms -- pull brings it here.';
}

/** Lists the items that weren't written so that no change is lost, and says what to do about them. */
export function formatUnwrittenItems(plans: readonly Plan[], overtaken: readonly Plan[]): string[] {
  const edited = plans.filter(({ verdict }) => verdict === 'edited');
  const conflicts = plans.filter(({ verdict }) => verdict === 'conflict');
  const keys = [...edited, ...conflicts, ...overtaken].map(({ key }) => key);
  return [
    ...edited.map((plan) =>
      formatOneSidedChange(
        buildDifferingItem(plan),
        'was changed in Contentful only, and stays as it is there',
        formatAdvice(plan),
      ),
    ),
    ...conflicts.flatMap((plan) =>
      formatDifferences(buildDifferingItem(plan), 'was not pushed: both sides differ.'),
    ),
    ...overtaken.flatMap((plan) =>
      formatDifferences(
        buildDifferingItem(plan),
        'was changed in Contentful during this push, and is left as it is.',
      ),
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

export function formatPushResult(refused: number, left: number): string {
  const parts = [
    ...(refused > 0 ? [`${refused} entries were refused`] : []),
    ...(left > 0 ? [`${left} not overwritten`] : []),
  ];
  return parts.length === 0 ? 'Done.' : `${parts.join(', ')}; the others are in the space.`;
}
