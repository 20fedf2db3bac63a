import type { Fingerprints } from './worker/assets';

/** A build of the site, as the service worker knows it. */
export interface OfflineBuild {
  readonly version: string;
  readonly locales: readonly string[];
  readonly made: Fingerprints;
}
