/**
 * Parts of a page that become true later, or only with a script: a closing, an empty list, a button. Text browsers,
 * readers and search engines show `hidden` content. So the build leaves such a part empty, with its text in attributes:
 * `data-text`, `data-href` for a link; `data-make` names the element that replaces the placeholder, where an empty one
 * would be invalid: `<span data-make="h2" data-text="Pages you can read now">`.
 */

/** Fills in the text of a part and shows it. */
export function showPart(part: HTMLElement): void {
  if (part.dataset['text'] !== undefined) fillPlaceholder(part);
  for (const placeholder of part.querySelectorAll<HTMLElement>('[data-text]')) fillPlaceholder(placeholder);
  part.hidden = false;
}

/** Fills a placeholder. Returns the placeholder, or the element that has replaced it, with its attributes. */
export function fillPlaceholder(place: HTMLElement, make = place.dataset['make']): HTMLElement {
  const { text = '', href } = place.dataset;
  const element = make === undefined ? place : document.createElement(make);
  if (element !== place) {
    if (make === 'button') element.setAttribute('type', make);
    for (const { name, value } of place.attributes)
      if (!/^data-(?:text|make)$/.test(name)) element.setAttribute(name, value);
    place.replaceWith(element);
  }
  element.textContent = text;
  if (href !== undefined) element.setAttribute('href', href);
  return element;
}
