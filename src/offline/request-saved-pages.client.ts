/**
 * Selects the saved pages to store, visited or not: visitors want to read saved pages offline. Pages that are removed
 * from the list are deleted.
 */
import { savedStore } from '@/device/saved/saved-store';
import { onStorageChange, readStore } from '@/device/storage/storage.client';

/** The maximum number of pages that are fetched automatically: an imported list may have hundreds, at 9 kB each. */
const maxPages = 30;

/** The addresses of the latest saved pages. */
function savedAddresses(): readonly string[] {
  return readStore(savedStore)
    .slice(0, maxPages)
    .map(({ path }) => new URL(path, location.origin).href);
}

/**
 * Requests them when a visit begins, and whenever the list changes. Not on every page of a visit: deleted pages would
 * be requested each time.
 */
export function requestSavedPages(request: (pages: readonly string[]) => void): void {
  const keep = () => {
    // Of several tabs, only the visible one does the work.
    if (document.visibilityState === 'visible') request(savedAddresses());
  };
  onStorageChange(keep);
  if (!document.referrer.startsWith(`${location.origin}/`)) keep();
}
