/** Reads and stores the editor's token in the browser. */

/** The storage key of the token, which reloads and other tabs share. It expires when the server stops. */
export const tokenKey = 'editor-token';

/** Returns the stored token; an empty text if there is none. */
export const readToken = () => localStorage.getItem(tokenKey) ?? '';

/** `'http://localhost:4321/admin/#token=x' -> 'x'` */
export const findToken = (address: string) => /^#token=([\w-]+)$/.exec(new URL(address).hash)?.[1];

/** Stores the token in the current address, if there is one, and removes it from the address bar. */
export function storeToken(shownInstead: string): void {
  const token = findToken(location.href);
  if (token === undefined) return;
  localStorage.setItem(tokenKey, token);
  history.replaceState(history.state, '', shownInstead);
}
