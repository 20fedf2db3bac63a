/** Where a plain form leads when it has been sent. */

import { isLoopback } from '../loopback';

/**
 * The address in `_next`, if one may be led there: http or https, on this machine or on the site that the form stood
 * on (`from`, its `Origin` or `Referer`). Otherwise anybody could send people anywhere through the inbox.
 */
export function allowedNext(next: unknown, from: string | undefined): string | undefined {
  if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
  const url = new URL(next);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const sameSite = from !== undefined && URL.canParse(from) && new URL(from).hostname === url.hostname;
  return isLoopback(url.hostname) || sameSite ? url.href : undefined;
}
