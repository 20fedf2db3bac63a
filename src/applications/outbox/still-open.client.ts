/** Whether an opportunity still takes applications, as the site says now: pages are kept, and stay open for days. */
import { isOwnPage, offersApplication } from '@/device/own-page';
import type { OutboxEntry } from '@/device/storage/outbox';

/** For so long (ms) a page that came from the network counts as what the site says now. */
const fresh = 600_000;

/** How long (ms) the site is waited for: nobody should lose an application because it is slow. */
const patience = 10_000;

/**
 * False only where the site says so: one that can't be asked keeps no application from being sent. `data-ended` is on a
 * page of which the site has said so already (`near-form.client.ts`).
 */
export async function isStillOpen({ about: { path } }: Pick<OutboxEntry, 'about'>): Promise<boolean> {
  const { kept, ended } = document.documentElement.dataset;
  if (path === location.pathname) {
    if (ended !== undefined) return false;
    if (kept === undefined && performance.now() < fresh) return true;
  }
  try {
    const response = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
    const html = await response.text();
    // The site's own page for one that is gone offers none either.
    return !isOwnPage(html) || offersApplication(html);
  } catch {
    return true;
  }
}
