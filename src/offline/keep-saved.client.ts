/**
 * Which saved pages are to be kept, opened before or not: what one saves, one wants to read where there is no
 * connection. What is taken off the list isn't kept any longer.
 */
import { savedStore } from '@/device/saved/saved-store';
import { onStorageChange, readStore } from '@/device/storage/storage.client';

/** So many pages are fetched by themselves: a list from a file may have hundreds, at 9 kB each. */
const most = 30;

/** The addresses of the latest that are saved. */
function wanted(): readonly string[] {
  return readStore(savedStore)
    .slice(0, most)
    .map(({ path }) => new URL(path, location.origin).href);
}

/**
 * Asks for them when a visit begins, and whenever the list changes. Not on every page of a visit: what is gone would be
 * asked for each time.
 */
export function watchSaved(ask: (pages: readonly string[]) => void): void {
  const keep = () => {
    // Of several tabs, the one where it happened does the work.
    if (document.visibilityState === 'visible') ask(wanted());
  };
  onStorageChange(keep);
  if (!document.referrer.startsWith(`${location.origin}/`)) keep();
}
