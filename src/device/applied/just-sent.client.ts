/** What this tab has just sent, for the page that thanks for it. Gone with the tab, so that it needs no place on the list. */
import { readAppliedItem, type AppliedItem } from './applied';

const key = 'ov:sent:1';

/** Notes it, without what was written. Where that isn't possible the next page thanks without particulars. */
export function noteJustSent(item: AppliedItem): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...item, copy: undefined }));
  } catch {
    // As said.
  }
}

/** What was noted last in this tab. */
export function justSent(): AppliedItem | undefined {
  try {
    return readAppliedItem(JSON.parse(sessionStorage.getItem(key) ?? ''));
  } catch {
    return undefined;
  }
}
