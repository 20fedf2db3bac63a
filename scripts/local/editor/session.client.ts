/**
 * Opens the editor's page: takes the token from the address that the terminal printed, and loads the editor once the
 * server accepts it. Runs before Decap, which would take the token for a route.
 */
import { send } from './browser/api.client';
import { hideNotice, showClosed, showStale } from './browser/notice.client';
import { readToken, takeToken, tokenIn, tokenKey } from './browser/token.client';

/** Decap's script, which puts its parts into the global object. */
function loadDecap(): Promise<void> {
  const script = document.createElement('script');
  script.src = '/admin/decap/decap-cms.js';
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('Decap’s script can’t be loaded.')));
    document.head.append(script);
  });
}

let isOpen = false;

const isAccepted = async () =>
  readToken() !== '' && (await send('/admin/api/v1/', { action: 'connect' })).status === 200;

/** Loads the editor where the token is right; says where to get one otherwise. */
async function open(): Promise<void> {
  if (!(await isAccepted())) {
    if (isOpen) showStale();
    else showClosed();
    return;
  }
  hideNotice();
  if (isOpen) return;
  isOpen = true;
  await loadDecap();
  await import('./browser/editor.client');
}

// Before Decap’s own listener: the address with a new token may be opened in a tab in which the editor is open.
addEventListener('hashchange', (event) => {
  if (tokenIn(event.newURL) === undefined) return;
  event.stopImmediatePropagation();
  takeToken(isOpen ? event.oldURL : location.pathname);
  void open();
});
// Another tab got the token.
addEventListener('storage', ({ key }) => {
  if (key === tokenKey) void open();
});

takeToken(location.pathname);
void open();
