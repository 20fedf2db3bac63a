/**
 * Parts of a page that become true later, or that only a script makes true: a closing, an empty list, a button. Text
 * browsers, readers and search engines show what is merely `hidden`. So the build leaves such a part empty, and its words
 * stand in attributes: `data-text`, `data-href` for a link, `data-button` in the place of a button.
 */

/** Shows a part with its words. */
export function showPart(part: HTMLElement): void {
  for (const place of [part, ...part.querySelectorAll<HTMLElement>('[data-text]')]) {
    const { text, href } = place.dataset;
    if (text !== undefined) place.textContent = text;
    if (href !== undefined) place.setAttribute('href', href);
  }
  for (const place of part.querySelectorAll<HTMLElement>('[data-button]')) makeButton(place);
  part.hidden = false;
}

/** Makes a button of its place, with the attributes that this has; `data-label` becomes its accessible name. */
export function makeButton(place: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  for (const { name, value } of place.attributes) {
    if (name === 'data-button') button.textContent = value;
    else button.setAttribute(name === 'data-label' ? 'aria-label' : name, value);
  }
  place.replaceWith(button);
  return button;
}
