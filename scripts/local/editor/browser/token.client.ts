/** The token that opens the editor, in the browser. */

/** A reload and other tabs have it too. It is worth nothing after the server has stopped. */
export const tokenKey = 'editor-token';

/** Empty where there is none. */
export const readToken = () => localStorage.getItem(tokenKey) ?? '';

/** `'http://localhost:4321/admin/#token=x' -> 'x'` */
export const tokenIn = (address: string) => /^#token=([\w-]+)$/.exec(new URL(address).hash)?.[1];

/** Keeps the token of the present address, where it has one, and takes it out of the address bar. */
export function takeToken(shownInstead: string): void {
  const token = tokenIn(location.href);
  if (token === undefined) return;
  localStorage.setItem(tokenKey, token);
  history.replaceState(history.state, '', shownInstead);
}
