import { type opportunityStatuses } from '@/model/vocabularies/kinds';
import type { Random } from './random';
import { pickInTurn } from './setting';

type Status = (typeof opportunityStatuses)[number];

/** The number of opportunities with each status among fifty, as on a site that has run for some years. */
const shares: Readonly<Record<Status, number>> = {
  open: 38,
  filled: 5,
  closed: 3,
  paused: 2,
  review: 1,
  draft: 1,
};

const fiftyStatuses = (Object.keys(shares) as Status[]).flatMap((status) =>
  Array.from({ length: shares[status] }, () => status),
);

/** Returns the status of the opportunity of an index. The first is open. A step of 7 mixes them. */
export function opportunityStatus(index: number): Status {
  return pickInTurn(fiftyStatuses, index * 7);
}

/** Picks the index of an opportunity that is on the site. */
export function pickPublished(random: Random, count: number): number {
  let index = random.int(0, count - 1);
  while (opportunityStatus(index) === 'draft' || opportunityStatus(index) === 'review')
    index = (index + 1) % count;
  return index;
}
