/**
 * Parts of a page that become true later, or that only a script makes true: a closing, an empty list, a button. Text
 * browsers, readers and search engines show what is merely `hidden`. So the build leaves such a part empty, and its words
 * stand in attributes: `data-text`, `data-href` for a link; `data-make` names the element to make of the place, where an
 * empty one would be wrong: `<span data-make="h2" data-text="Pages you can read now">`.
 */

/** Shows a part with its words. */
export function showPart(part: HTMLElement): void {
  if (part.dataset['text'] !== undefined) fillPlace(part);
  for (const place of part.querySelectorAll<HTMLElement>('[data-text]')) fillPlace(place);
  part.hidden = false;
}

/** Puts in what a place is for. Returns the place, or the element that has taken it, with its attributes. */
export function fillPlace(place: HTMLElement, make = place.dataset['make']): HTMLElement {
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
