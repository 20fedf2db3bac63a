/** Reads and stores the key of a page, which the address from the terminal brings. */

/** The storage key, which reloads and other tabs share. The key expires when the server stops. */
export const tokenKey = 'editor-token';

let token = '';

/** Returns the stored key; an empty text if there is none. */
export function readToken(): string {
  try {
    return localStorage.getItem(tokenKey) ?? token;
  } catch {
    return token;
  }
}

/** Stores the key in the current address, and shows another address in its place. Returns false if it has none. */
export function storeToken(shownInstead: string): boolean {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return false;
  token = given;
  try {
    localStorage.setItem(tokenKey, given);
    history.replaceState(history.state, '', shownInstead);
  } catch {
    // Without storage the key stays in the address, where a reload finds it.
  }
  return true;
}
