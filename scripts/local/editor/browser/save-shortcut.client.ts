/** Ctrl+S, or ⌘S, saves the entry in the form. */
import { t } from './language.client';

const findByText = (selector: string, text: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.textContent.trim() === text,
  );

/** Decap saves from a menu, whose first item is “Save”. */
export function addSaveShortcut(): void {
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    // A field tells Decap of its text when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    findByText('[role="button"]', t('Save'))?.click();
    requestAnimationFrame(() => findByText('[role="menuitem"]', t('Save'))?.click());
  });
}
