/** The tables of words and the full texts of a language, kept between builds. */
import type { CacheKey } from '@/cache/cached';

export interface SearchCache {
  /** Identifies the code. */
  readonly version: string;
  /** That of builds by default. */
  readonly folder?: string;
}

/** The key of something of a language (`words en`), and of what it is made from. */
export const searchKey = ({ version }: SearchCache, of: string, input = ''): CacheKey => ({
  name: 'search',
  code: version,
  input,
  of,
});
