/** What the site's own entries say about the service, counted once a build. */
import { impactOf, type Impact } from '@/site/impact';
import { getSite } from './site';

const count = async () => impactOf(await getSite());

let memo: Promise<Impact> | undefined;

/** The counts, made at the first call. */
export function getImpact(): Promise<Impact> {
  if (import.meta.env.DEV) return count();
  memo ??= count();
  return memo;
}
