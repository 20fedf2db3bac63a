/**
 * The submission just sent from this tab, for the thank-you page. It is gone with the tab, so the list of stored data
 * needn't show it.
 */
import { readAppliedItem, type AppliedItem } from './applied-item';

const key = 'ov:sent:1';

/** Remembers it, without its text. False where that isn't possible: the next page thanks without details. */
export function rememberJustSent(item: AppliedItem): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...item, copy: undefined }));
    return true;
  } catch {
    return false;
  }
}

/** Reads the last one of this tab. */
export function readJustSent(): AppliedItem | undefined {
  try {
    return readAppliedItem(JSON.parse(sessionStorage.getItem(key) ?? ''));
  } catch {
    return undefined;
  }
}
