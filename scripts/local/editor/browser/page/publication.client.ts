/** Says below the form whether the site has the open entry as it is saved. */
import { isEntryType } from '@/model/types/entry';
import type { EntryStatus } from '@/status/entry-status';
import { follow, type Follower } from '@/status/follow.client';
import { formatStatus } from '@/status/format-status';
import type { EditorRequest } from '../../api';
import { sendJson } from './api.client';
import { editorLocale, t } from './language.client';

/** The most (ms) that passes between two questions to the server, which is on this machine: while something goes on, and else. */
const longestWaits = { busy: 1500, idle: 5000 };

/** On a phone the button for the preview stands beside it. */
const style = `
#editor-publication { position: fixed; z-index: 10000; inset-block-end: 0; inset-inline-start: 0; box-sizing: border-box; max-width: min(40rem, 100% - 64px); max-height: 30vh; overflow: auto; padding: 6px 12px; background: #fff; border: 1px solid #8a86a0; font: 15px/1.5 system-ui, sans-serif; color: #221c46; }
#editor-publication:empty { display: none; }
#editor-publication[data-state='live'] { border-inline-start: 4px solid #1f7a4d; }
#editor-publication:is([data-state='not-live'], [data-state='stopped']) { border-inline-start: 4px solid #c2255c; }
#editor-publication p { margin: 0; overflow-wrap: anywhere; }
#nc-root [class*='ControlPaneContainer'] { padding-block-end: 64px; }
`;

type OpenEntry = Pick<Extract<EditorRequest, { readonly action: 'status' }>, 'type' | 'id'>;

/** The entry in the form; undefined on other pages, and for a new one. */
function findOpenEntry(): OpenEntry | undefined {
  const [, type = '', id = ''] = /^#\/collections\/(\w+)\/entries\/([^/?]+)/.exec(location.hash) ?? [];
  return isEntryType(type) ? { type, id: decodeURIComponent(id) } : undefined;
}

/** Undefined if the server doesn't answer, or can't tell. */
async function askStatus(entry: OpenEntry): Promise<EntryStatus | undefined> {
  try {
    const request = { action: 'status', ...entry, locale: editorLocale } satisfies EditorRequest;
    const { status, answer } = await sendJson('/admin/api/v1/', request);
    return status === 200 ? ((answer as EntryStatus | null) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

let follower: Follower | undefined;

/** Asks at once, since something was saved. */
export const refreshPublication = (): void => follower?.refresh();

/** Adds the line, and keeps it up to date while the page is visible. */
export function showPublication(): void {
  const styles = document.createElement('style');
  styles.textContent = style;
  document.head.append(styles);
  const box = document.createElement('div');
  box.id = 'editor-publication';
  box.setAttribute('role', 'status');
  document.body.append(box);
  let shown = '';
  const isBusy = () => ['queued', 'building'].includes(box.dataset['state'] ?? '');
  const show = (status: EntryStatus | undefined): boolean => {
    const { line, reasons } = status ? formatStatus(t, status) : { line: '', reasons: [] };
    const text = [line, ...reasons].join('\n');
    if (text === shown) return false;
    shown = text;
    box.dataset['state'] = status?.is ?? '';
    const paragraphs = line === '' ? [] : [line, ...reasons];
    box.replaceChildren(
      ...paragraphs.map((words) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        return paragraph;
      }),
    );
    return true;
  };
  const update = async (): Promise<boolean> => {
    const entry = findOpenEntry();
    const status = entry && (await askStatus(entry));
    // Another entry may have been opened meanwhile, which asks by itself.
    const isSame = JSON.stringify(findOpenEntry()) === JSON.stringify(entry);
    return isSame && show(status);
  };
  follower = follow(update, () => (isBusy() ? longestWaits.busy : longestWaits.idle));
  addEventListener('hashchange', () => {
    show(undefined);
    refreshPublication();
  });
}
