/** Formats the plan and the result of a push as lines for a terminal. */
import { formatItemName } from '../transfer/item-name';
import { formatDifferences } from './format-differences';
import type { AssetPlan } from './push-assets';
import type { EntryPlan, PushPlan } from './push-plan';

type Plan = EntryPlan | AssetPlan;

function formatPlan(plan: Plan): string[] {
  const publication = 'entry' in plan ? plan.publication : 'publish';
  const then = publication === 'none' ? '' : ` (${publication})`;
  if (plan.verdict === 'new') return [`+ ${formatItemName(plan)}${then}`];
  if (plan.verdict === 'finish') return [`~ ${formatItemName(plan)}${then}`];
  if (plan.verdict !== 'overwrite') return [];
  return formatDifferences(plan, '~', `is overwritten in Contentful, as chosen${then}.`);
}

/** Lists what is written, what is left out, and what stays as it is. */
export function formatPushPlan(
  { entries, onlyThere, notes, leftOut }: PushPlan,
  assets: readonly AssetPlan[],
): string[] {
  const all = [...assets, ...entries];
  const same = all.filter(({ verdict }) => verdict === 'same').length;
  return [
    ...all.flatMap(formatPlan),
    ...(same > 0 ? [`  the same in the space, and untouched: ${same} entries and pictures`] : []),
    ...leftOut.map((item) => `! not pushed: ${item}`),
    ...notes.map((note) => `! not in the space: ${note}`),
    ...onlyThere.map((key) => `  only in the space, and stays: ${key}`),
  ];
}

/** Lists what wasn't written so that no edit in Contentful is lost, and says what to do about it. */
export function formatUnwritten(all: readonly Plan[], overtaken: readonly string[]): string[] {
  const differing = all.filter(({ verdict }) => verdict === 'refuse');
  return [
    ...differing.flatMap((plan) => formatDifferences(plan, '!', 'differs, and isn’t pushed.')),
    ...(differing.length === 0
      ? []
      : [
          'To settle these, bring the files up to date (npm run cms -- pull, or by hand), or replace what Contentful has:',
          `  npm run cms -- push --overwrite ${differing.map(({ key }) => key).join(',')}`,
        ]),
    ...overtaken.map(
      (key) =>
        `! ${key} has another version in Contentful than this push has read, and is left as it is. Push again: what still differs is shown.`,
    ),
  ];
}

export function formatPushResult(refused: number, left: number): string {
  const parts = [
    ...(refused > 0 ? [`${refused} entries were refused`] : []),
    ...(left > 0 ? [`${left} not overwritten`] : []),
  ];
  return parts.length === 0 ? 'Done.' : `${parts.join(', ')}; the others are in the space.`;
}
