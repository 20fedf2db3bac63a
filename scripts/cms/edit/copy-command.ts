/** `npm run cms -- copy ID`: begins an opportunity from another one. */
import { entryId } from '@/model/fields/fields';
import { siteTimeZone, zonedDay } from '@/model/time/posting';
import { UsageError } from '@/terminal/command-line';
import { openDestination } from '../import/open-destination';
import { copyOpportunity } from './bulk-changes';
import type { EditContext } from './bulk-command';
import { readIds, suggestIds } from './read-ids';

export interface CopyOptions {
  readonly from: string;
  /** The id of the copy; the former one with a number if it is missing. */
  readonly to?: string | undefined;
  readonly contentful?: boolean | undefined;
}

function nameCopy(from: string, wanted: string | undefined, taken: ReadonlySet<string>): string {
  if (wanted !== undefined) {
    if (!entryId.safeParse(wanted).success)
      throw new UsageError(
        `--id is “${wanted}”. Give 1 to 64 letters, digits, dots, hyphens or underscores.`,
      );
    if (taken.has(wanted)) throw new UsageError(`There is an entry ${wanted} already. Give another --id.`);
    return wanted;
  }
  for (let number = 2; ; number++) {
    const id = `${from.slice(0, 60)}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Copies an opportunity as a draft without its dates. Resolves to the exit code. */
export async function copyEntry(
  { from, to, contentful }: CopyOptions,
  { config, print }: EditContext,
): Promise<number> {
  const destination = await openDestination({ contentful }, config, print);
  const { entries, ids } = destination.existing;
  const [wanted = from] = readIds(from);
  const original = entries.find(({ type, id }) => type === 'opportunity' && id === wanted);
  if (!original)
    throw new UsageError(
      `There is no opportunity “${from}” in ${destination.name}. Give its id, as its file or entry is called.${suggestIds(
        [from],
        entries.flatMap(({ type, id }) => (type === 'opportunity' ? [id] : [])),
      )}`,
    );
  const today = zonedDay(config.site.now ?? Date.now(), siteTimeZone(entries));
  const copy = copyOpportunity(original, nameCopy(wanted, to, ids), today);
  const refused = await destination.save([copy]);
  if (refused > 0) return 1;
  print(
    `Made ${destination.entryName(copy)}, a draft without dates. Give it a day of posting and a last day.`,
  );
  return 0;
}
