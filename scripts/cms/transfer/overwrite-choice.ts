/** The options of push and pull, and which entries and pictures they may overwrite. */
import { UsageError } from '@/terminal/command-line';

export interface TransferOptions {
  /** Prints what would be done without doing it. */
  readonly dryRun?: boolean | undefined;
  /** `opportunity/x,picture/y.png`, or `all`. */
  readonly overwrite?: string | undefined;
}

/** True if a person named this entry or picture, as in `opportunity/x`. */
export type OverwriteChoice = (key: string) => boolean;

/** Reads `--overwrite`. Throws a `UsageError` for a name that isn’t among `known`. */
export function readOverwriteChoice(value: string | undefined, known: ReadonlySet<string>): OverwriteChoice {
  const names = new Set((value ?? '').split(',').flatMap((name) => name.trim() || []));
  const isAll = names.delete('all');
  const unknown = [...names].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no “${unknown}”. Write type and id, as in opportunity/translate-leaflet or picture/hero.png.`,
    );
  }
  return (key) => isAll || names.has(key);
}
