/** The visitor's choice about storing pages on the device. They are stored unless the visitor turns it off. */

/** The key in localStorage; `off` where the visitor turned it off. */
const offlineChoiceKey = 'ov:offline:1';

/** False if the visitor turned it off. True if nothing can be stored: the browser decides then. */
export function mayStorePages(): boolean {
  try {
    return localStorage.getItem(offlineChoiceKey) !== 'off';
  } catch {
    return true;
  }
}
