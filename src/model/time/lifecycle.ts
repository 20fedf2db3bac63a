/**
 * The stage of an opportunity at an instant. Pure and small: the build, the pages and the search in the browser
 * all decide by this one module, so that they can't disagree.
 */
import type { OpportunityStatus } from '../vocabularies/kinds';

/** A stage of an opportunity's life as readers see it. */
export type Stage = 'open' | 'closing' | 'paused' | 'filled' | 'closed' | 'unpublished';

/** An opportunity counts as closing soon within this many days before it closes. */
export const closingSoonDays = 7;

/** The length of a day in UTC. */
export const dayMs = 86_400_000;

/** The facts that decide the stage. */
export interface Lifecycle {
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed; undefined if it is open-ended. */
  readonly closesAt?: number | undefined;
}

/** The stage at an instant (ms). What an editor said (filled, closed, paused) comes before what the clock says. */
export function stageAt({ status, closesAt }: Lifecycle, now: number): Stage {
  if (status === 'draft' || status === 'review') return 'unpublished';
  if (status === 'filled' || status === 'closed') return status;
  if (closesAt !== undefined && now >= closesAt) return 'closed';
  if (status === 'paused') return 'paused';
  return closesAt !== undefined && now >= closingSoonFrom(closesAt) ? 'closing' : 'open';
}

/** The first instant (ms) at which something that closes at `closesAt` counts as closing soon. */
export function closingSoonFrom(closesAt: number): number {
  return closesAt - closingSoonDays * dayMs;
}

/** Lists name the closing day when fewer days than this remain. */
export const namedClosingDays = 30;

/** The first instant (ms) at which lists name the closing day of something that closes at `closesAt`. */
export function closingNamedFrom(closesAt: number): number {
  return closesAt - namedClosingDays * dayMs + 1;
}

/** True if lists name the closing day. */
export function isClosingNamed(closesAt: number | undefined, now: number): boolean {
  return closesAt !== undefined && now >= closingNamedFrom(closesAt);
}

/** True if it accepts applications. */
export function acceptsApplications(stage: Stage): boolean {
  return stage === 'open' || stage === 'closing';
}
