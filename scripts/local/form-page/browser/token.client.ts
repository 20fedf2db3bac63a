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

/** `'http://localhost:4321/admin/#token=x' -> 'x'` */
export const findToken = (address: string) => /^#token=([\w-]+)$/.exec(new URL(address).hash)?.[1];

/** Stores the key in the current address, if there is one, and removes it from the address bar. */
export function storeToken(shownInstead: string): void {
  const given = findToken(location.href);
  if (given === undefined) return;
  token = given;
  try {
    localStorage.setItem(tokenKey, given);
    history.replaceState(history.state, '', shownInstead);
  } catch {
    // Without storage the key stays in the address, where a reload finds it.
  }
}
