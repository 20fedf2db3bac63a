/** Ctrl+S, or ⌘S, saves the entry in the form. */
import { isHeld, rememberFocus } from './hold-form.client';
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

/** Saves whenever the keys are pressed, but not twice at a time. */
export function addSaveShortcut(): void {
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (isHeld()) return;
    const { activeElement } = document;
    rememberFocus();
    // A field tells Decap of its text when it loses the focus.
    if (activeElement instanceof HTMLElement) activeElement.blur();
    // Where nothing is saved, the keyboard is in the field again at once.
    void saveFromMenu().then(() => {
      if (!isHeld() && activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    });
  });
}
