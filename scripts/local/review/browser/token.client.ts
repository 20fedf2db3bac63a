/** The key of the review, which the address from the terminal brings. */

const key = 'review-key';

/** `'http://localhost:4331/#token=x' -> 'x'` */
const findToken = () => /^#token=([\w-]+)$/.exec(location.hash)?.[1];

let token = '';

/** Reads the key from the address, else from the browser's storage, which reloads and other tabs share. */
export function readReviewToken(): string {
  const given = findToken();
  try {
    if (given !== undefined) {
      localStorage.setItem(key, given);
      history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    }
    token = localStorage.getItem(key) ?? token;
  } catch {
    // Without storage the key stays in the address, where a reload finds it.
    token = given ?? token;
  }
  return token;
}

/** Calls back when another key was opened, here or in another tab. */
export function onToken(callback: () => void): void {
  addEventListener('hashchange', callback);
  addEventListener('storage', callback);
}
