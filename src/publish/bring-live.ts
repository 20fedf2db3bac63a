/** The last step of a build: a verified site and its notes become live together. */
import { precompress } from './compress';
import { stageNotes, type Note } from './notes';
import type { Place } from './place';
import type { Workplace } from './workplace';

export interface BringLiveOptions {
  readonly place: Place;
  /** Its `staging` holds the verified site. */
  readonly workplace: Workplace;
  readonly notes: readonly Note[];
}

/**
 * Makes the site of a workplace live, together with its notes. Rejects with what the system says; what is live is then
 * as it was.
 */
export async function bringLive({ place, workplace, notes }: BringLiveOptions): Promise<void> {
  if (place.isCompressed) await precompress(workplace.staging, 'gz');
  const staged = await stageNotes(notes);
  workplace.notes = staged;
  await place.receive(workplace.staging);
  workplace.former = place.goLive(staged.commit);
  workplace.isPublished = true;
}
