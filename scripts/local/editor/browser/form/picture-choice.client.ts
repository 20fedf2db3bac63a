/**
 * Pictures are chosen by keyboard too. Decap's cards and its button for a new picture get the focus, but only the mouse
 * sets them going.
 */

const library = '.ReactModalPortal [role="dialog"]';
const cards = `${library} [class*="CardGridContainer"] [tabindex="0"]:has(> [class*="-Card"])`;
const upload = `${library} label.nc-fileUploadButton`;

/** The name of the chosen picture, as long as the dialog is open. */
let chosen: string | undefined;

const nameOf = (card: Element) => card.textContent.trim();

function describe(): void {
  const dialog = document.querySelector(library);
  if (!dialog) chosen = undefined;
  const heading = dialog?.querySelector('h1')?.textContent;
  if (heading !== undefined) dialog?.setAttribute('aria-label', heading);
  for (const card of document.querySelectorAll(cards)) {
    card.setAttribute('role', 'button');
    card.setAttribute('aria-label', nameOf(card));
    card.setAttribute('aria-pressed', String(nameOf(card) === chosen));
  }
  document.querySelector(upload)?.setAttribute('role', 'button');
}

/** Decap chooses a picture by one click, and none by another. */
function followClick({ target }: Event): void {
  const card = target instanceof Element ? target.closest(cards) : null;
  if (!card) return;
  chosen = nameOf(card) === chosen ? undefined : nameOf(card);
  describe();
}

function listenToKeys(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof Element) || !['Enter', ' '].includes(key)) return;
  if (!target.matches(`${cards}, ${upload}`)) return;
  event.preventDefault();
  target.querySelector<HTMLElement>('input, [class*="-Card"]')?.click();
}

/** Prepares each dialog of pictures that is opened. */
export function preparePictureChoice(): void {
  new MutationObserver(describe).observe(document.body, { childList: true, subtree: true });
  addEventListener('keydown', listenToKeys, { capture: true });
  addEventListener('click', followClick, { capture: true });
}
