import { packClosings } from '@/model/time/closings';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';

const memo = new WeakMap<readonly SiteOpportunity[], string>();

/** The packed closings of a list's open ones, made once a list: it may be counted on hundreds of pages. */
export function closingsOf(opportunities: readonly SiteOpportunity[]): string {
  let packed = memo.get(opportunities);
  if (packed === undefined) {
    packed = packClosings(
      opportunities.map(({ stage, closesAt }) => (takesApplications(stage) ? closesAt : undefined)),
    );
    memo.set(opportunities, packed);
  }
  return packed;
}
