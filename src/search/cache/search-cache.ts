/** The files that the search keeps between builds (build side): a folder for each language. */
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { readStored, writeStored } from './stored-value';

/** Where builds keep it, from the root of the project. */
export const searchCacheDir = '.local/cache/search';

export interface SearchCache {
  readonly folder: string;
  /** Identifies the code: what another version made isn't used. */
  readonly version: string;
}

/** A value between builds: its type is told by its name. */
export interface CachedValue<Value> {
  readonly read: () => Value | undefined;
  readonly store: (value: Value) => void;
}

/** Opens the value of a language by its name. Without a cache there is never one. */
export function cachedValue<Value>(
  cache: SearchCache | undefined,
  locale: Locale,
  name: string,
): CachedValue<Value> {
  if (!cache) return { read: () => undefined, store: () => {} };
  const file = path.join(cache.folder, locale, `${name}.cache`);
  return {
    // The sum says that this version stored it.
    read: () => readStored(file, cache.version) as Value | undefined,
    store: (value) => {
      try {
        writeStored(file, cache.version, value);
      } catch {
        // A full disk, say: the next build makes it again.
      }
    },
  };
}
