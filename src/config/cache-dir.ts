import path from 'node:path';

/** The caches between builds: each may be deleted at any time, and the next build fills it again. */
export type CacheName =
  'bundles' | 'contentful' | 'entries' | 'files' | 'pictures' | 'published' | 'share' | 'texts';

/** Returns the folder of a cache, below the one that a workflow keeps from build to build. */
export const cacheDir = (name: CacheName): string => path.join('.local/cache', name);
