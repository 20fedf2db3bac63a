/** The folder that one build works in, which is gone afterwards whatever happens. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '@/sources/source';
import { onInterrupt } from '@/terminal/interrupt';
import type { StagedNotes } from '../targets/notes';
import type { DeployTarget } from '../targets/place';
import { openWorkshop } from './workshop';

export interface BuildWorkspace {
  /** Where the site is put together. */
  readonly staging: string;
  /** What is written elsewhere while pages are rendered, since Astro empties its folder. */
  readonly beside: string;
  /** Astro's. */
  readonly cache: string;
  readonly snapshot: string;
  readonly texts: string;
  /** What is to be remembered once the site is live. */
  notes: StagedNotes | undefined;
  /** Folders and files that nobody needs once the site is live. */
  former: readonly string[];
  isPublished: boolean;
  /** Removes it, and what nobody needs. */
  readonly close: () => void;
}

/** Opens the workplace of a build for a place. It is also closed where this process is told to end. */
export async function openWorkplace(place: DeployTarget, progress: Progress): Promise<BuildWorkspace> {
  const work = path.resolve(await openWorkshop());
  const within = (name: string) => path.join(work, name);
  // At once, so that nothing of this build is written in between; what is being written at this moment is waited for.
  const clear = () => {
    workplace.notes?.discard();
    place.discard();
    for (const name of [work, ...workplace.former])
      rmSync(name, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  };
  const release = onInterrupt(() => {
    clear();
    progress(
      workplace.isPublished
        ? 'Interrupted; the new site is published.'
        : 'Interrupted; nothing was published.',
    );
  });
  const workplace: BuildWorkspace = {
    staging: within('site'),
    beside: within('beside'),
    cache: within('cache'),
    snapshot: within('snapshot.json'),
    texts: within('texts.json'),
    notes: undefined,
    former: [],
    isPublished: false,
    close: () => {
      clear();
      release();
    },
  };
  return workplace;
}
