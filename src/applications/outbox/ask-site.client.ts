/** Asks the site whether a page still takes applications, and where to: pages are kept on devices, and stay open for days. */
import { isOwnPage, offersApplication } from '@/device/saved/own-page';
import type { OutboxDependencies, SiteAnswer } from './dependencies';

/** For so long (ms) a page that came from the network counts as what the site says now. */
const fresh = 600_000;

/** How long (ms) the site is waited for: an application must not be lost because it is slow. */
const patience = 10_000;

/** The answer for the page that is open. `data-ended` means that the site's current version of it has no form. */
function answerOfThisPage(path: string): SiteAnswer | undefined {
  // There is none in the service worker.
  if (typeof document === 'undefined' || path !== location.pathname) return undefined;
  const { kept, ended } = document.documentElement.dataset;
  if (ended !== undefined) return { isOpen: false };
  return kept === undefined && performance.now() < fresh ? { isOpen: true } : undefined;
}

/** `'<form action="https://formspree.io/f/abc">' -> { endpoint: 'https://formspree.io', formId: 'abc' }` */
export function formIn(html: string): SiteAnswer['form'] {
  const [, endpoint, formId] = /<form [^>]*?action="([^"]+)\/f\/([\w-]+)"/.exec(html) ?? [];
  return endpoint && formId ? { endpoint, formId } : undefined;
}

/** Open where the site can't be asked: only it can say that there is no form any more. */
export const askSite: NonNullable<OutboxDependencies['askSite']> = async ({ about: { path } }) => {
  const own = answerOfThisPage(path);
  if (own) return own;
  try {
    const response = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
    const html = await response.text();
    // The site's own page for one that is gone offers none either.
    if (!isOwnPage(html)) return { isOpen: true };
    return { isOpen: offersApplication(html), form: formIn(html) };
  } catch {
    return { isOpen: true };
  }
};
