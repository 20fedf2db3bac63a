/** Names for Decap's controls that have none for screen readers. */
import { t } from '../page/language.client';

const unnamedSwitch = '[class*="ToolbarToggle"] > [role="switch"]:not([aria-label])';

/** Decap's switch between rich text and Markdown has a label beside it. */
function nameSwitch(found: Element): void {
  found.setAttribute('aria-label', 'Markdown');
  // Decap gives no state to one that was never on.
  if (!found.hasAttribute('aria-checked')) found.setAttribute('aria-checked', 'false');
}

const item = '[class*="SortableListItem"]';

/** The buttons above an item of a list: their number in the list tells them apart. */
function nameItemButtons(bar: Element): void {
  const own = bar.closest(item);
  const items = [...(own?.parentElement?.children ?? [])].filter((other) => other.matches(item));
  const n = items.findIndex((other) => other === own) + 1;
  const names = [
    t('Show or hide item {n}', { n }),
    t('Move item {n}', { n }),
    t('Remove item {n}', { n }),
  ] as const;
  for (const [index, button] of [...bar.querySelectorAll(':scope > :is(button, [role="button"])')].entries())
    button.setAttribute('aria-label', names[index] ?? '');
}

function nameAll(): void {
  for (const found of document.querySelectorAll(unnamedSwitch)) nameSwitch(found);
  for (const bar of document.querySelectorAll('[class*="StyledListItemTopBar"]')) nameItemButtons(bar);
}

/** Names the controls that are there, and each that a form adds. */
export function nameControls(): void {
  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
  nameAll();
}
