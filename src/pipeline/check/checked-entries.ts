/** Remembers from build to build which entries were checked, and with what result. */
import { codeVersion } from '@/cache/code-version';
import { keepCached, readCached, type CacheKey } from '@/cache/cached';
import type { RawEntry } from '@/model/types/entry';
import type { Progress } from '@/sources/source';
import { checkEntry, serializeChecked } from './check-entry';

/** Everything that reads and checks a single entry. */
const code = ['src/i18n', 'src/model', 'src/sources', 'src/pipeline/check'];

/** The key of all entries of a source, by its name. */
export const checkedEntriesKey = (source: string): CacheKey => ({
  name: 'entries',
  code: codeVersion(code),
  input: '',
  of: source,
});

/** Opens the results of earlier checks. It says so if every entry has to be read and checked. Never throws. */
export function openCheckedEntries(key: CacheKey, progress: Progress, cacheFolder?: string) {
  // As JSON, which is parsed faster.
  const read = readCached<ReadonlyMap<string, Buffer>>(key, cacheFolder);
  if (!read)
    progress('All entries are read: no build with this code has left them, or what it left is damaged');
  const earlier = read ?? new Map<string, Buffer>();
  const kept = new Map<string, Buffer>();

  /** Creates a check that returns the results of earlier ones, by the fingerprints of entries. */
  const checkBy =
    (fingerprints: ReadonlyMap<RawEntry, string>): typeof checkEntry =>
    (raw) => {
      const fingerprint = fingerprints.get(raw);
      if (fingerprint === undefined) return checkEntry(raw);
      const found = earlier.get(fingerprint);
      if (found) {
        kept.set(fingerprint, found);
        return JSON.parse(found.toString()) as ReturnType<typeof checkEntry>;
      }
      const checked = checkEntry(raw);
      const json = serializeChecked(checked);
      if (json !== undefined) kept.set(fingerprint, Buffer.from(json));
      return checked;
    };

  return {
    isKnown: (fingerprint: string) => earlier.has(fingerprint),
    checkBy,
    /** Keeps the results that were asked for. */
    save: () => {
      const isSame = kept.size === earlier.size && kept.keys().every((one) => earlier.has(one));
      if (!isSame) keepCached(key, kept, cacheFolder);
    },
  };
}
