/**
 * The Save buttons of pages without an island, and how many are saved, beside the link in the menu. The page has only
 * their places: without this they could do nothing.
 */
import { fillPlace } from '@/components/late-parts.client';
import { appliedWords } from '../applied/applied-at';
import { appliedTimes, watchAppliedTimes } from '../applied/applied-times.client';
import { savedStore } from './saved';
import { toggleSaved } from './saved.client';
import type { SaveWords } from './save-words';
import { onChange, readStore } from '../storage/storage.client';

const count = document.querySelector<HTMLElement>('[data-saved-count]');
const words = count?.dataset as SaveWords | undefined;
const isSaveButton = 'button[data-save]';

function show(): void {
  const saved = new Set(readStore(savedStore).map(({ id }) => id));
  const buttons = document.querySelectorAll<HTMLButtonElement>(isSaveButton);
  for (const button of buttons) {
    const pressed = saved.has(button.dataset['save'] ?? '');
    button.ariaPressed = String(pressed);
    if (button.firstElementChild)
      button.firstElementChild.textContent = words?.[pressed ? 'saved' : 'save'] ?? '';
  }
  if (count) count.textContent = saved.size > 0 ? ` (${saved.size})` : '';
}

/** Says beside each opportunity when an application to it was sent; what was said before is taken away. */
function noteApplied(): void {
  for (const old of document.querySelectorAll('.applied-note')) old.remove();
  for (const button of document.querySelectorAll<HTMLButtonElement>(isSaveButton)) {
    const applied = appliedTimes().get(button.dataset['save'] ?? '');
    if (applied === undefined) continue;
    const note = document.createElement('p');
    note.className = 'row-note applied-note';
    note.textContent = appliedWords(words?.applied ?? '', document.documentElement.lang, applied);
    // At the end of a row's facts, else below the paragraph of the button.
    (button.closest('.row')?.querySelector('.facts') ?? button.closest('p'))?.after(note);
  }
}

/** The title of what a button saves: in the heading of its row, else of the page. */
const titleOf = (button: HTMLElement): string =>
  (button.closest('.row')?.querySelector('h3') ?? document.querySelector('h1'))?.textContent.trim() ?? '';

function makeSaveButton(place: HTMLElement): void {
  const { lang = '' } = place.dataset;
  const text = document.createElement('span');
  const title = document.createElement('span');
  title.className = 'visually-hidden';
  title.textContent = titleOf(place);
  if (lang !== document.documentElement.lang) title.lang = lang;
  const button = fillPlace(place, 'button');
  button.className = 'button save';
  button.append(text, title);
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
  document.querySelectorAll<HTMLElement>('span[data-path]').forEach(makeSaveButton);
  document.body.append(status);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(isSaveButton) : null;
    if (!button) return;
    const { save: id = '', path = '', organization = '', lang = '' } = button.dataset;
    const title = titleOf(button);
    const { saved, outcome } = toggleSaved({ id, title, organization, lang, path });
    say(button, words[outcome === 'stored' ? (saved ? 'added' : 'removed') : outcome], outcome !== 'stored');
  });
  onChange(show);
  show();
  watchAppliedTimes(noteApplied);
}
