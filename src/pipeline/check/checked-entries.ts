/** Remembers from build to build which entries were checked, and with what result. */
import type { RawEntry } from '@/model/types/entry';
import { codeVersion } from '@/cache/code-version';
import { parseRecord, readRecords, writeRecords, type Unusable } from '@/sources/cache/record-file';
import type { IsKnown, Progress } from '@/sources/source';
import { checkEntry, serializeChecked, type CheckedEntry, type CheckEntry } from './check-entry';

/** Everything that reads and checks a single entry. */
const code = ['src/i18n', 'src/model', 'src/sources', 'src/pipeline/check'];

/** The results of earlier checks. */
export interface CheckedEntries {
  readonly isKnown: IsKnown;
  /** Creates a check that returns the results of earlier ones, by the fingerprints of entries. */
  readonly checkBy: (fingerprints: ReadonlyMap<RawEntry, string>) => CheckEntry;
  /** Saves the results that were asked for. If that fails, the next build checks everything again. */
  readonly save: () => Promise<void>;
}

const reasons: Readonly<Record<Unusable, string>> = {
  missing: 'nothing is cached yet',
  older: 'the code has changed since the last build',
  damaged: 'the cache is damaged',
};

/** Opens the cache in `file`. It says so if every entry has to be read and checked. Never rejects. */
export async function openCheckedEntries(
  file: string,
  progress: Progress,
  version = codeVersion(code),
): Promise<CheckedEntries> {
  const read = await readRecords(file, version);
  if (typeof read === 'string') progress(`All entries are read: ${reasons[read]}`);
  const earlier = typeof read === 'string' ? new Map<string, Buffer>() : read;
  const kept = new Map<string, string | Buffer>();
  let isChanged = false;

  const checkBy =
    (fingerprints: ReadonlyMap<RawEntry, string>): CheckEntry =>
    (raw) => {
      const fingerprint = fingerprints.get(raw);
      if (fingerprint === undefined) return checkEntry(raw);
      const found = earlier.get(fingerprint);
      if (found) {
        kept.set(fingerprint, found);
        return parseRecord(found) as CheckedEntry;
      }
      const checked = checkEntry(raw);
      const json = serializeChecked(checked);
      if (json !== undefined) {
        kept.set(fingerprint, json);
        isChanged = true;
      }
      return checked;
    };

  return {
    isKnown: (fingerprint) => earlier.has(fingerprint),
    checkBy,
    async save() {
      if (!isChanged && kept.size === earlier.size) return;
      try {
        await writeRecords(file, version, kept);
      } catch (error) {
        progress(
          `  What was read can’t be cached (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
        );
      }
    },
  };
}
