/** Ctrl+S, or ⌘S, saves the entry in the form. */
import { t } from '../page/language.client';

const findByText = (selector: string, text: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.textContent.trim() === text,
  );

/** How many frames Decap may take to show a menu. */
const maximumFrames = 30;

/** Decap saves from a menu, whose first item is “Save”. */
async function saveFromMenu(): Promise<void> {
  findByText('[role="button"]', t('Save'))?.click();
  for (let frame = 0; frame < maximumFrames; frame++) {
    await new Promise(requestAnimationFrame);
    const item = findByText('[role="menuitem"]', t('Save'));
    if (item) return item.click();
  }
}

/** Goes back to where the keyboard was: the next Tab would lead on from the button otherwise. */
function returnFocus(place: Element | null): void {
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

/** Saves whenever the keys are pressed. */
export function addSaveShortcut(): void {
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    const { activeElement } = document;
    // A field tells Decap of its text when it loses the focus.
    if (activeElement instanceof HTMLElement) activeElement.blur();
    void saveFromMenu().then(() => returnFocus(activeElement));
  });
}
