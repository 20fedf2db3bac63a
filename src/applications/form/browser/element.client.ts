/** What may stand in an element; nothing where there is nothing to say. */
type Child = Node | string | false | undefined;

/** An element with attributes (`true`: without a value) and what stands in it. Text is text, whatever is in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button that does something. */
export function button(text: string, press: () => unknown): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button' }, text);
  made.addEventListener('click', () => void press());
  return made;
}
