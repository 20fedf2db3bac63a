import { packClosings } from '@/model/time/closings';
import { takesApplications } from '@/model/time/lifecycle';
import type { OpportunityView } from '@/site/site';

const memo = new WeakMap<readonly OpportunityView[], string>();

/** The packed closings of a list's open ones, made once a list: it may be counted on hundreds of pages. */
export function closingsOf(opportunities: readonly OpportunityView[]): string {
  let packed = memo.get(opportunities);
  if (packed === undefined) {
    packed = packClosings(
      opportunities.map(({ stage, closesAt }) => (takesApplications(stage) ? closesAt : undefined)),
    );
    memo.set(opportunities, packed);
  }
  return packed;
}
