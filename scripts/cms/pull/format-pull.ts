/** Formats the plan and the result of a pull as lines for a terminal. */
import type { FilePlan, PullVerdict } from './pull-plan';
import {
  formatDifferences,
  formatOneSidedChange,
  entryTitle,
  type DifferingItem,
} from '../sync/format-differences';
import type { PicturePlan } from './pull-pictures';

type Plan = FilePlan | PicturePlan;

const toWrite: readonly PullVerdict[] = ['new', 'write', 'overwrite'];

export const isFileDue = ({ verdict }: Pick<Plan, 'verdict'>) => toWrite.includes(verdict);

function buildDifferingItem(plan: Plan): DifferingItem {
  const { key, inSpace, inFiles, differences } = plan;
  const isPublishedInFiles = true;
  if (!('pulled' in plan))
    return { key, stored: plan.latest, inSpace, inFiles, isPublishedInFiles, differences };
  const { latest: stored, theirs } = plan.pulled;
  const { type } = theirs;
  return { key, type, title: entryTitle(theirs), stored, inSpace, inFiles, isPublishedInFiles, differences };
}

export function formatPullPlan(files: readonly FilePlan[], pictures: readonly PicturePlan[]): string[] {
  return [
    ...pictures.filter(isFileDue).map(({ file }) => `+ ${file}`),
    ...files
      .filter(isFileDue)
      .map(({ file, verdict, changes }) =>
        verdict === 'new' ? `+ ${file}` : `~ ${file}: ${changes.join(', ')}`,
      ),
    ...[...pictures, ...files].flatMap((plan) => {
      if (plan.verdict === 'keep') return [`  stays as it is here, as chosen: ${plan.key}`];
      return plan.verdict === 'overwrite'
        ? formatDifferences(buildDifferingItem(plan), 'is overwritten here, as chosen.')
        : [];
    }),
  ];
}

/** Lists the files that a pull leaves so that no change is lost, and says what to do about them. */
export function formatUnwrittenFiles(plans: readonly Plan[]): string[] {
  const conflicts = plans.filter(({ verdict }) => verdict === 'conflict');
  const keys = conflicts.map(({ key }) => key).join(',');
  return [
    ...plans
      .filter(({ verdict }) => verdict === 'edited')
      .map((plan) =>
        formatOneSidedChange(
          buildDifferingItem(plan),
          'was changed here only, and stays',
          'npm run cms -- push brings it there.',
        ),
      ),
    ...conflicts.flatMap((plan) =>
      formatDifferences(buildDifferingItem(plan), 'was not pulled: both sides differ.'),
    ),
    ...(conflicts.length === 0
      ? []
      : [
          'To settle these, edit the files by hand, or run pull with',
          `  --overwrite ${keys}   to replace what the files have`,
          `  --keep ${keys}   to leave what the files have, and not be told again in this run`,
        ]),
  ];
}

export function formatPullResult(
  files: readonly FilePlan[],
  pictures: readonly PicturePlan[],
  dir: string,
): string {
  const [entryCount, pictureCount] = [files.filter(isFileDue).length, pictures.filter(isFileDue).length];
  if (entryCount + pictureCount > 0)
    return `Wrote ${entryCount} entries and ${pictureCount} pictures into ${dir}.`;
  const isSettled = [...files, ...pictures].every(({ verdict }) => verdict === 'same');
  return isSettled ? `There’s nothing to write: ${dir} has what the space has.` : 'Nothing was written.';
}
