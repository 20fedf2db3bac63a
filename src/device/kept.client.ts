/** The list of what is kept, on the privacy page: counts it, deletes it, and puts it back if that was a slip. */
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { pages, prefix } from './registry';
import { deleteKeys, onChange, storedKeys, valueAt } from './storage.client';

/** The caches in which opened pages are kept; none where the browser has none for us. */
async function pageCaches(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

async function countPages(): Promise<number> {
  const opened = await Promise.all(
    (await pageCaches()).map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return opened.reduce((sum, entries) => sum + entries, 0);
}

async function deletePages(): Promise<void> {
  for (const name of await pageCaches()) await caches.delete(name);
}

const list = document.querySelector<HTMLElement>('[data-on-device]');

/** The stored keys of a list, with what was put aside; all of ours for an empty one. */
const keysOf = (key: string) =>
  storedKeys(prefix).filter((stored) => key === '' || stored === key || stored.startsWith(`${key}:`));

/** How many entries are under a key; what can't be read is one. */
function entriesAt(key: string): number {
  try {
    const value: unknown = JSON.parse(valueAt(key) ?? '');
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

if (list) {
  const words = list.dataset;
  const forms: PluralForms = { one: words['one'] ?? '', other: words['other'] ?? '' };
  const undo = list.querySelector<HTMLButtonElement>('[data-undo]');
  const status = list.querySelector('[role=status]');
  let restore = () => {};

  const show = () => {
    for (const place of list.querySelectorAll<HTMLElement>('[data-kept]')) {
      const say = (entries: number) => {
        place.textContent =
          entries === 0 ? (words['nothing'] ?? '') : pluralize(forms, entries, document.documentElement.lang);
      };
      const { kept = '' } = place.dataset;
      if (kept === pages.key) void countPages().then(say);
      else say(keysOf(kept).reduce((sum, key) => sum + entriesAt(key), 0));
    }
  };
  const say = (message: string | undefined) => {
    if (status) status.textContent = message ?? '';
  };

  list.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
    if (!button) return;
    if (button === undo) {
      restore();
      button.hidden = true;
      say(words['restored']);
      return;
    }
    const { delete: key = '' } = button.dataset;
    if (key === '' || key === pages.key) void deletePages().then(show);
    if (key !== pages.key) restore = deleteKeys(keysOf(key));
    // Pages come back by themselves, as one reads.
    if (undo) undo.hidden = key === pages.key;
    say(words['deleted']);
  });
  onChange(show);
  show();
  list.hidden = false;
}
