/**
 * Opens the editor's page: reads the token in the address from the terminal, and loads the editor if the server accepts
 * it. It runs before Decap, which would read the token as a route.
 */
import { holdBackups } from './browser/backend/backup-order.client';
import { sendJson } from './browser/page/api.client';
import { isStorageBlocked } from './browser/page/blocked-storage.client';
import { hideNotice, showBlocked, showClosed, showFailed, showStale } from './browser/page/notice.client';
import { readToken, storeToken, findToken, tokenKey } from './browser/page/token.client';

/** Loads Decap's script, which adds its functions to the global object. */
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
  readToken() !== '' && (await sendJson('/admin/api/v1/', { action: 'connect' })).status === 200;

/** Loads the editor if the token is right; otherwise shows where to get one. */
async function tryToOpen(): Promise<void> {
  if (!(await isAccepted())) {
    if (isOpen) showStale();
    else showClosed();
    return;
  }
  hideNotice();
  if (isOpen) return;
  isOpen = true;
  holdBackups();
  await loadDecap();
  await import('./browser/editor.client');
}

/** Opens the editor, or shows why it doesn't open. A form that is open stays. */
function openEditor(): void {
  tryToOpen().catch((error: unknown) => {
    if (!isOpen || !document.getElementById('nc-root')) showFailed(error);
  });
}

/** Opens the editor now, and again whenever a new token comes. */
function startSession(): void {
  // It must run before Decap’s own listener: a new token may be opened in a tab where the editor is open already.
  addEventListener('hashchange', (event) => {
    if (findToken(event.newURL) === undefined) return;
    event.stopImmediatePropagation();
    storeToken(isOpen ? event.oldURL : location.pathname);
    openEditor();
  });
  // Another tab stored a token.
  addEventListener('storage', ({ key }) => {
    if (key === tokenKey) openEditor();
  });
  storeToken(location.pathname);
  openEditor();
}

if (isStorageBlocked()) showBlocked();
else startSession();
