/**
 * The submission just sent from this tab, for the thank-you page. It is gone with the tab, so the list of stored data
 * needn't show it.
 */
import { readAppliedItem, type AppliedItem } from './applied-item';

export const justSentKey = 'ov:sent:1';

/** Remembers it, without its text. False where that isn't possible: the next page thanks without details. */
export function rememberJustSent(item: AppliedItem): boolean {
  try {
    sessionStorage.setItem(justSentKey, JSON.stringify({ ...item, copy: undefined }));
    return true;
  } catch {
    return false;
  }
}

/** Reads the last one of this tab. */
export function readJustSent(): AppliedItem | undefined {
  try {
    return readAppliedItem(JSON.parse(sessionStorage.getItem(justSentKey) ?? ''));
  } catch {
    return undefined;
  }
}
