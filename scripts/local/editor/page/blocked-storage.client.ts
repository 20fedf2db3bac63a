/** Some browsers can be set so that pages store nothing: the editor can't work then, and says so. */

/** True if this browser keeps its storage from the page. */
export function isStorageBlocked(): boolean {
  try {
    return localStorage.length < 0;
  } catch {
    return true;
  }
}
