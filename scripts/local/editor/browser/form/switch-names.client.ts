/** Names the switches between rich text and Markdown: Decap’s have a label beside them, and no name for screen readers. */

const unnamed = '[class*="ToolbarToggle"] > [role="switch"]:not([aria-label])';

function nameSwitches(): void {
  for (const found of document.querySelectorAll(unnamed)) {
    found.setAttribute('aria-label', 'Markdown');
    // Decap gives no state to one that was never on.
    if (!found.hasAttribute('aria-checked')) found.setAttribute('aria-checked', 'false');
  }
}

/** Names those that are there, and each that a form adds. */
export function watchSwitches(): void {
  new MutationObserver(nameSwitches).observe(document.body, { childList: true, subtree: true });
  nameSwitches();
}
