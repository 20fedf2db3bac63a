/**
 * A form takes no text while it is saved: Decap would call that saved too, and fills the form of a new entry from its file
 * afterwards, without it.
 */
import { t } from '../page/language.client';

/** How long (ms) a form is held at most, should the server not answer: its text can be copied then. */
const longestHold = 15_000;

/** How often (ms) the page is looked at for the end of a save. */
const interval = 50;

const root = () => document.getElementById('nc-root');

/** True while the form is saved. */
export const isHeld = (): boolean => root()?.inert === true;

const savedWords = t('Changes saved').toLowerCase();

/** True if Decap shows that the form has nothing unsaved. */
export const isSaved = (): boolean => document.body.innerText.toLowerCase().includes(savedWords);

/** Finds a field again, also where Decap has made the form anew, with other numbers in its ids. */
function rememberField(field: Element | null): () => HTMLElement | undefined {
  const selector = `[id^="${CSS.escape((field?.id ?? '').replace(/\d+$/, ''))}"]`;
  const find = () => [...document.querySelectorAll<HTMLElement>(selector)];
  const index = field?.id ? find().findIndex((one) => one === field) : -1;
  return () => (field instanceof HTMLElement && field.isConnected ? field : find()[index]);
}

let left: Element | null = null;
let findField = rememberField(null);
let timer: number | undefined;

/** Remembers where the keyboard was before a save by its shortcut, which takes the focus from the field. */
export function rememberFocus(): void {
  left = document.activeElement;
}

/** Lets the form take text again, and the keyboard go on where it was. */
export function releaseForm(): void {
  const held = root();
  clearTimeout(timer);
  if (!held?.inert) return;
  held.inert = false;
  if (document.activeElement === document.body) findField()?.focus({ preventScroll: true });
}

/** Holds the form until it is released, from the moment at which Decap reads its text. */
export function holdForm(): void {
  const held = root();
  if (!held || held.inert) return;
  findField = rememberField(left ?? document.activeElement);
  left = null;
  held.inert = true;
  timer = window.setTimeout(releaseForm, longestHold);
}

/** Releases the form when Decap has done with a save: it goes to the address of a new entry once its form is filled. */
export function releaseAfterSave(isNew: boolean): void {
  const { hash } = location;
  const end = Date.now() + longestHold;
  const look = () => {
    const isDone = isNew ? location.hash !== hash : isSaved();
    if (isDone || Date.now() > end) releaseForm();
    else timer = window.setTimeout(look, interval);
  };
  clearTimeout(timer);
  look();
}
