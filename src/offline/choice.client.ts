/** Whether a visitor lets pages be kept on the device. They are, until the visitor says no. */

/** Key in localStorage; `off` where the visitor said no. */
export const choiceKey = 'ov:offline:1';

/** False where the visitor said no. True where nothing can be stored: the browser decides then. */
export function mayKeep(): boolean {
  try {
    return localStorage.getItem(choiceKey) !== 'off';
  } catch {
    return true;
  }
}
