/**
 * The Save buttons, and the number of saved opportunities beside the link in the menu. Pages and islands only have places for
 * them: without this script they would do nothing.
 */
import { fillPlaceholder } from '@/components/late-parts.client';
import {
  formatAppliedNote,
  readAppliedTimes,
  type AppliedTime,
  type AppliedTimes,
} from '../storage/applied-times';
import { savedStore } from './saved-store';
import type { SaveStrings } from './save-strings';
import { standingKey } from '../storage/keys';
import { onOutboxChange } from '../storage/outbox-changes.client';
import { readStoredOutbox } from '../storage/records.client';
import {
  changeItem,
  onStorageChange,
  readStore,
  readStoredText,
  storeValue,
} from '../storage/storage.client';

const count = document.querySelector<HTMLElement>('[data-saved-count]');
const strings = count?.dataset as SaveStrings | undefined;
const isSaveButton = 'button[data-save]';
/** Empty before they are read. */
let appliedTimes: AppliedTimes = new Map();

/** The menu counts the opportunities that are saved, or applied to without an answer yet. */
function showCount(ids: Set<string>): void {
  for (const [id, { isUnderWay }] of appliedTimes) if (isUnderWay) ids.add(id);
  if (count) count.textContent = ids.size > 0 ? ` (${ids.size})` : '';
  // From now on, home keeps room for a line on each: nothing should move when they come.
  if (ids.size > 0 && readStoredText(standingKey) === null) storeValue(standingKey, '2');
}

function show(): void {
  const saved = new Set(readStore(savedStore).map(({ id }) => id));
  const buttons = document.querySelectorAll<HTMLButtonElement>(isSaveButton);
  for (const button of buttons) {
    const pressed = saved.has(button.dataset['save'] ?? '');
    button.ariaPressed = String(pressed);
    if (button.firstElementChild)
      button.firstElementChild.textContent = strings?.[pressed ? 'saved' : 'save'] ?? '';
  }
  showCount(saved);
}

/** Where the visitor has applied, the way to the form becomes the way to what stands. The form stays where it is. */
function showApplied(link: HTMLAnchorElement, applied: AppliedTime): void {
  const { lang } = document.documentElement;
  const { at, replyBy } = applied;
  // The day of the answer is added to the note of lists, which every page has; without years, on a button.
  const due = replyBy && formatAppliedNote(link.dataset['due'] ?? '', lang, replyBy, false);
  link.textContent = formatAppliedNote(strings?.applied ?? '', lang, at, !due) + (due ?? '');
  link.className = 'button';
  link.href = `${count?.closest('a')?.href}#applied`;
}

/** Shows beside each opportunity when the visitor applied to it, replacing earlier notes. */
function noteApplied(): void {
  for (const old of document.querySelectorAll('.applied-note')) old.remove();
  const apply = document.querySelector<HTMLAnchorElement>('.reach a');
  for (const button of document.querySelectorAll<HTMLButtonElement>(isSaveButton)) {
    const applied = appliedTimes.get(button.dataset['save'] ?? '');
    if (applied === undefined) continue;
    if (apply && applied.isUnderWay && !button.closest('.row')) {
      showApplied(apply, applied);
      continue;
    }
    const note = document.createElement('p');
    note.className = 'row-note applied-note';
    note.textContent = formatAppliedNote(strings?.applied ?? '', document.documentElement.lang, applied.at);
    // At the end of a row's facts, else below the line of the button.
    (row(button)?.querySelector('.facts') ?? button.closest('.for'))?.after(note);
  }
}

const row = (button: HTMLElement) => button.closest<HTMLElement>('.row');

/** The text of the first such element in a button's row, else on the page. */
const textFor = (button: HTMLElement, selector: string): string =>
  (row(button) ?? document).querySelector(selector)?.textContent.trim() ?? '';

const titleOf = (button: HTMLElement): string => textFor(button, 'h1, h3');

function makeSaveButton(place: HTMLElement): void {
  const { lang = '' } = place.dataset;
  const text = document.createElement('span');
  const title = document.createElement('span');
  title.className = 'visually-hidden';
  // Heard only: “Save – Translate …”, since titles start with a verb too.
  title.textContent = ` – ${titleOf(place)}`;
  if (lang !== document.documentElement.lang) title.lang = lang;
  const button = fillPlaceholder(place, 'button');
  button.replaceChildren(text, title);
}

/** Announces a message to screen readers, and shows a problem below the button. */
function say(button: HTMLElement, message: string, problem: boolean): void {
  if (button.nextElementSibling?.matches('.save-problem')) button.nextElementSibling.remove();
  status.textContent = message;
  if (!problem) return;
  // Buttons may be in a paragraph, which can't contain another.
  const note = document.createElement('span');
  note.className = 'save-problem';
  note.textContent = message;
  button.after(note);
}

const status = document.createElement('p');
status.className = 'visually-hidden';
status.role = 'status';

/** Makes buttons of the places: with the page, and whenever an island has shown more rows. */
function makeSaveButtons(): void {
  const places = document.querySelectorAll<HTMLElement>('span.save');
  if (places.length === 0) return;
  places.forEach(makeSaveButton);
  noteApplied();
  show();
}

/** Saves the opportunity of a button, or removes it where it is saved. Returns which, and the outcome. */
function toggleSaved(button: HTMLElement) {
  // Of its row, else of the page. Open-ended ones have none.
  const own = row(button);
  const closes = own
    ? own.dataset['closes']
    : document.querySelector<HTMLElement>('[data-until]')?.dataset['until'];
  const id = button.dataset['save'] ?? '';
  let saved = false;
  const outcome = changeItem(savedStore, id, (present) => {
    saved = !present;
    return present
      ? undefined
      : {
          id,
          title: titleOf(button),
          organization: textFor(button, '.row-for, .for a'),
          lang: button.dataset['lang'] ?? '',
          path: own?.querySelector('a')?.pathname ?? location.pathname,
          closesAt: Number(closes) || undefined,
          savedAt: new Date().toISOString(),
        };
  });
  return { saved, outcome };
}

if (strings) {
  document.body.append(status);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(isSaveButton) : null;
    if (!button) return;
    const { saved, outcome } = toggleSaved(button);
    say(
      button,
      strings[outcome === 'stored' ? (saved ? 'added' : 'removed') : outcome],
      outcome !== 'stored',
    );
  });
  onStorageChange(show);
  show();
  makeSaveButtons();
  new MutationObserver(makeSaveButtons).observe(document.body, { childList: true, subtree: true });
  const readApplied = async () => {
    appliedTimes = readAppliedTimes(await readStoredOutbox());
    noteApplied();
    show();
  };
  onOutboxChange(() => void readApplied());
  // Restored by Back.
  addEventListener('pageshow', ({ persisted }) => persisted && void readApplied());
  void readApplied();
}
