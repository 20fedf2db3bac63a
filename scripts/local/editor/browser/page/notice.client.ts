/** Notices of the editor's page: that it has no token or an expired one, and what the site can't show. */
import { t } from './language.client';

const noticeId = 'editor-notice';

const style = `
#${noticeId} { max-width: 36rem; margin: 12vh auto; padding: 0 1.25rem; font: 18px/1.5 system-ui, sans-serif; color: #221c46; }
#${noticeId}.bar { position: fixed; inset: auto 0 0; z-index: 100000; max-width: none; margin: 0; padding: .75rem 1.25rem; font-size: 16px; background: #fff1d1; border-top: 4px solid #c2255c; }
#${noticeId} h1 { font-size: 1.5rem; margin: 0; }
#${noticeId}.bar h1 { font-size: 1rem; }
#${noticeId} p { margin: .5rem 0 0; overflow-wrap: anywhere; }
#${noticeId} ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; max-height: 18vh; overflow: auto; }
#${noticeId} button { min-height: 44px; margin-top: .5rem; padding: 0 1rem; border: 2px solid #221c46; border-radius: 4px; background: #fff; color: inherit; font: inherit; cursor: pointer; }
`;

export const hideNotice = () => document.getElementById(noticeId)?.remove();

/** The buttons that close Decap’s messages of errors, which stay until then. */
const errorClosers = '.Toastify__toast--error .Toastify__close-button';

/** Takes away what a save said: it holds until the next one begins. */
export function hideLastSave(): void {
  document.querySelector(`#${noticeId}[data-save]`)?.remove();
  for (const button of document.querySelectorAll<HTMLElement>(errorClosers)) button.click();
}

function showNotice(role: 'alert' | 'main', heading: string, lines: readonly string[]): HTMLElement {
  hideNotice();
  const notice = document.createElement('div');
  notice.id = noticeId;
  notice.setAttribute('role', role);
  if (role === 'alert') notice.className = 'bar';
  const styles = document.createElement('style');
  styles.textContent = style;
  const title = document.createElement('h1');
  title.textContent = heading;
  const paragraphs = lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  notice.append(styles, title, ...paragraphs);
  document.body.append(notice);
  return notice;
}

/** Shows a list that the editor can close. It asks for nothing, and doesn't take the focus. */
export function showList(heading: string, items: readonly string[]): HTMLElement {
  const notice = showNotice('alert', heading, []);
  const list = document.createElement('ul');
  for (const item of items) {
    const line = document.createElement('li');
    line.textContent = item;
    list.append(line);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = t('Close');
  close.addEventListener('click', hideNotice);
  notice.append(list, close);
  return notice;
}

/** Shows a list about the entry that was just saved. */
export function showSaved(heading: string, items: readonly string[]): void {
  showList(heading, items).dataset['save'] = '';
}

/** Shows that the server was restarted. The notice is at the bottom, since the editor's buttons are at the top. */
export const showStale = () =>
  showNotice('alert', t('The editor was started again'), [
    t(
      'Open the address that the terminal prints for the editor now, in this tab or in another one. What you typed stays here, and you can save it then.',
    ),
  ]);

/** Shows how to open the editor, instead of the editor. */
export const showClosed = () =>
  showNotice('main', t('Open the editor from the terminal'), [
    t('This page needs the key in the address that npm run dev prints after “Editor”. It looks like this:'),
    `${location.origin}/admin/#token=…`,
    t('Open that address in this browser. Each start of npm run dev prints a new one.'),
  ]);

/** Shows why the editor can't be opened, instead of the editor. */
export const showFailed = (error: unknown) =>
  showNotice('main', t('The editor can’t be opened'), [
    error instanceof Error ? error.message : String(error),
  ]);

/** Shows that the editor can't work in this browser as it is set, instead of the editor. */
export const showBlocked = () =>
  showNotice('main', t('This browser blocks the editor’s storage'), [
    t(
      'The editor needs it for its key, and to keep a copy of what you type. Allow {site} to store data in the browser’s settings, then load this page again.',
      { site: location.host },
    ),
  ]);
