/** A child of an element; empty values are left out. */
export type Child = Node | string | false | undefined;

/** Creates an element with attributes (`true`: without a value) and children. Text is never read as HTML. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) created.setAttribute(name, value === true ? '' : value);
  created.append(...children.filter((child) => child !== undefined && child !== false));
  return created;
}

export function createButton(text: string, press: () => unknown): HTMLButtonElement {
  const created = createElement('button', { type: 'button', class: 'button' }, text);
  created.addEventListener('click', () => void press());
  return created;
}

/** Downloads a text as a file to the visitor's device. */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  createElement('a', { href: url, download: name }).click();
  // The browser has started to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
