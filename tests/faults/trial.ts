/** What is tried on a live site, and what all trials look at afterwards. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface Trial {
  readonly name: string;
  /** What is served in the end, where all is well. */
  readonly served: string;
  /** Resolves to what isn't as it must be. */
  readonly run: () => Promise<readonly string[]>;
}

/** What a publish left in a folder of releases that no later one may find. */
export function findLeftovers(dir: string): string[] {
  const releases = path.join(dir, 'releases');
  return [...readdirSync(dir), ...(existsSync(releases) ? readdirSync(releases) : [])]
    .filter((name) => /partial|\.new$/.test(name))
    .map((name) => `${name} is left`);
}
