/** Where a plain form leads when it has been sent. */

import { isLoopbackName } from '../loopback';

/**
 * Returns the address in `_next` if a redirect to it is allowed: http or https, on this machine or on the site with the
 * form (`from`, its `Origin` or `Referer`). Otherwise links to the inbox could redirect people to any site.
 */
export function checkNext(next: unknown, from: string | undefined): string | undefined {
  if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
  const url = new URL(next);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const sameSite = from !== undefined && URL.canParse(from) && new URL(from).hostname === url.hostname;
  return isLoopbackName(url.hostname) || sameSite ? url.href : undefined;
}
