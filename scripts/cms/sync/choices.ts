/** The choices of a person about what a push or pull may overwrite and what it must leave. */
import { UsageError } from '@/terminal/command-line';

/** Options as they are written: `opportunity/x,picture/y.png`. */
export interface ChoiceOptions {
  /** Or `all`. */
  readonly overwrite?: string | undefined;
  readonly keep?: string | undefined;
}

export type SyncChoice = 'overwrite' | 'keep' | undefined;

/** A choice for each entry or picture, by `type/id`. */
export type SyncChoices = (key: string) => SyncChoice;

export const noSyncChoices: SyncChoices = () => undefined;

const splitNames = (value: string | undefined) =>
  new Set((value ?? '').split(',').flatMap((name) => name.trim() || []));

/**
 * Reads the options. An entry in `--keep` stays even with `--overwrite all`. Throws a `UsageError` for a name that isn’t
 * among `known`, or that is in both options.
 */
export function readSyncChoices({ overwrite, keep }: ChoiceOptions, known: ReadonlySet<string>): SyncChoices {
  const [toOverwrite, toKeep] = [splitNames(overwrite), splitNames(keep)];
  const isAll = toOverwrite.delete('all');
  const unknown = [...toOverwrite, ...toKeep].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no “${unknown}”. Write type and id, as in opportunity/translate-leaflet or picture/hero.png.`,
    );
  }
  const both = [...toOverwrite].find((name) => toKeep.has(name));
  if (both !== undefined) throw new UsageError(`“${both}” is named in --overwrite and in --keep.`);
  return (key) => {
    if (toKeep.has(key)) return 'keep';
    return isAll || toOverwrite.has(key) ? 'overwrite' : undefined;
  };
}
