/**
 * The Save buttons of pages without an island, and how many are saved, beside the link in the menu. Buttons are hidden
 * until this has run: without it they could do nothing.
 */
import { appliedKey } from './applied-key';
import { savedStore } from './saved';
import { toggleSaved } from './saved.client';
import type { SaveWords } from './save-words';
import { onChange, readStore, valueAt } from './storage.client';

const count = document.querySelector<HTMLElement>('[data-saved-count]');
const words = count?.dataset as SaveWords | undefined;
const isSaveButton = 'button[data-save]';

function show(): void {
  const saved = new Set(readStore(savedStore).map(({ id }) => id));
  for (const button of document.querySelectorAll<HTMLButtonElement>(isSaveButton)) {
    const pressed = saved.has(button.dataset['save'] ?? '');
    button.hidden = false;
    button.ariaPressed = String(pressed);
    if (button.firstElementChild)
      button.firstElementChild.textContent = words?.[pressed ? 'saved' : 'save'] ?? '';
  }
  if (count) count.textContent = saved.size > 0 ? `(${saved.size})` : '';
  void noteApplied();
}

/** What says where one has applied, once there was something to say: it also takes that away again. */
let notes: typeof import('./applied-notes.client') | undefined;

async function noteApplied(): Promise<void> {
  const buttons = document.querySelectorAll<HTMLElement>(isSaveButton);
  if (buttons.length === 0 || !words || (!notes && valueAt(appliedKey) === null)) return;
  // Where it can't be loaded, the lists say what they say to anybody.
  notes ??= await import('./applied-notes.client').catch(() => undefined);
  notes?.noteApplied(buttons, words.applied);
}

/** Says something to those who listen, and under the button to everybody where it went wrong. */
function say(button: HTMLElement, message: string, problem: boolean): void {
  if (button.nextElementSibling?.matches('.save-problem')) button.nextElementSibling.remove();
  status.textContent = message;
  if (!problem) return;
  // Buttons may stand in a paragraph, which can't hold another.
  const note = document.createElement('span');
  note.className = 'save-problem';
  note.textContent = message;
  button.after(note);
}

const status = document.createElement('p');
status.className = 'visually-hidden';
status.role = 'status';

if (words) {
  document.body.append(status);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(isSaveButton) : null;
    if (!button) return;
    const { save: id = '', path = '', organization = '', lang = '' } = button.dataset;
    const title = button.lastElementChild?.textContent.trim() ?? '';
    const { saved, outcome } = toggleSaved({ id, title, organization, lang, path });
    say(button, words[outcome === 'stored' ? (saved ? 'added' : 'removed') : outcome], outcome !== 'stored');
  });
  onChange(show);
  show();
}
