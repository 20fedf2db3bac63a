import { packClosings } from '@/model/time/closings';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';

const cache = new WeakMap<readonly SiteOpportunity[], string>();

/**
 * Packs the closing instants of a list's open opportunities. Cached by list, which may be counted on hundreds of pages.
 */
export function packOpenClosings(opportunities: readonly SiteOpportunity[]): string {
  let packed = cache.get(opportunities);
  if (packed === undefined) {
    packed = packClosings(
      opportunities.map(({ stage, closesAt }) => (takesApplications(stage) ? closesAt : undefined)),
    );
    cache.set(opportunities, packed);
  }
  return packed;
}
