/**
 * Checks whether the site's page still has a form, and where it sends: pages are stored on devices, and stay open for
 * days.
 */
import { isSitePage, hasApplicationForm, storedInstant } from '@/device/page-html';
import { formService } from '../../transport/form-service';
import type { OutboxDependencies, SiteFormStatus } from '../outbox-dependencies';

/** Time (ms) for which a page from the network counts as current. */
const freshMs = 600_000;

/** Time limit (ms) for the site: an application must not be lost because it is slow. */
const timeoutMs = 10_000;

/** The status as the open page shows it. */
function statusOfOpenPage(path: string): SiteFormStatus | undefined {
  // The service worker has no document.
  if (typeof document === 'undefined' || path !== location.pathname) return undefined;
  return storedInstant() === undefined && performance.now() < freshMs ? { isOpen: true } : undefined;
}

/**
 * Reads where the form on a page sends. `'<form action="https://formspree.io/f/abc">' -> { endpoint:
 * 'https://formspree.io', formId: 'abc' }`
 */
function readFormTarget(html: string): SiteFormStatus['form'] {
  const [, action] = /<form [^>]*?action="([^"]+)"/.exec(html) ?? [];
  return action === undefined ? undefined : formService.parseFormAction(action);
}

/**
 * Checks the page of an entry. Counts as open when the site can't be reached: only the site itself can say that a form
 * is gone.
 */
export const checkSiteForm: NonNullable<OutboxDependencies['checkSiteForm']> = async ({
  about: { path },
}) => {
  const own = statusOfOpenPage(path);
  if (own) return own;
  try {
    const response = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(timeoutMs) });
    const html = await response.text();
    // The site's own page for a deleted one offers none either.
    if (!isSitePage(html)) return { isOpen: true };
    return { isOpen: hasApplicationForm(html), form: readFormTarget(html) };
  } catch {
    return { isOpen: true };
  }
};
