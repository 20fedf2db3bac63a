/** Contentful's own controls, as far as a person writes with them: each reads and sets one value. */
import type { HostField } from './host-form';

interface Value {
  readonly label: string;
  readonly get: () => unknown;
  readonly set: (value: unknown) => void;
}

type Build = (field: HostField, value: Value) => HTMLElement;

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

/** A text field; `read` makes a value of what is typed, undefined for nothing. */
function textBox<Tag extends 'input' | 'textarea'>(
  tag: Tag,
  { label, get, set }: Value,
  read: (text: string) => unknown,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElement {
  const box = create(tag, { ariaLabel: label, ...properties } as Partial<HTMLElementTagNameMap[Tag]>);
  const stored = get();
  box.value =
    stored === undefined ? '' : typeof stored === 'object' ? JSON.stringify(stored) : String(stored);
  box.addEventListener('input', () => set(box.value === '' ? undefined : read(box.value)));
  return box;
}

const asText = (text: string) => text;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Buttons with the ids of choices: one of them for radios, any for checkboxes. */
function boxes(
  type: 'radio' | 'checkbox',
  { label, get, set }: Value,
  choices: readonly [string, unknown][],
) {
  const group = create('fieldset', { ariaLabel: label });
  const chosen = () => (type === 'radio' ? [get()] : ((get() as unknown[] | undefined) ?? []));
  for (const [text, id] of choices) {
    const line = create('label');
    const box = create('input', { type, name: label, checked: chosen().includes(id) });
    box.addEventListener('change', () => {
      const others = chosen().filter((one) => one !== id);
      set(type === 'radio' ? id : box.checked ? [...others, id] : others);
    });
    line.append(box, text);
    group.append(line);
  }
  return group;
}

function dropdown({ choices }: HostField, { label, get, set }: Value): HTMLElement {
  const list = create('select', { ariaLabel: label });
  for (const id of ['', ...choices]) list.append(new Option(id, id, false, id === get()));
  list.addEventListener('change', () => set(list.value || undefined));
  return list;
}

/** Typed text becomes an item with Enter. */
function tagEditor({ label, get, set }: Value): HTMLElement {
  const box = create('input', { ariaLabel: label, placeholder: 'Type the value and hit enter' });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || box.value === '') return;
    set([...((get() as unknown[] | undefined) ?? []), box.value]);
    box.value = '';
  });
  return box;
}

/** Two clicks: the button, then the entry or the picture in the list that it opens. */
function linkEditor(linkType: 'Entry' | 'Asset', { label, set }: Value): HTMLElement {
  const box = create('div');
  const button = create('button', {
    type: 'button',
    textContent: 'Add existing content',
    ariaLabel: `${label}: add`,
  });
  button.addEventListener('click', () => {
    const choice = create('button', {
      type: 'button',
      textContent: 'The first one',
      ariaLabel: `${label}: first`,
    });
    choice.addEventListener('click', () => {
      set({ sys: { type: 'Link', linkType, id: 'linked' } });
      choice.remove();
    });
    box.append(choice);
  });
  box.append(button);
  return box;
}

const builders: Readonly<Record<string, Build>> = {
  singleLine: (_, value) => textBox('input', value, asText),
  multipleLine: (_, value) => textBox('textarea', value, asText),
  markdown: (_, value) => textBox('textarea', value, asText),
  numberEditor: (_, value) => textBox('input', value, Number, { type: 'number', step: 'any' }),
  datePicker: (_, value) => textBox('input', value, asText, { type: 'date' }),
  objectEditor: (_, value) => textBox('textarea', value, readJson),
  boolean: (_, value) =>
    boxes('radio', value, [
      ['Yes', true],
      ['No', false],
    ]),
  radio: ({ choices }, value) =>
    boxes(
      'radio',
      value,
      choices.map((id) => [id, id]),
    ),
  checkbox: ({ choices }, value) =>
    boxes(
      'checkbox',
      value,
      choices.map((id) => [id, id]),
    ),
  dropdown,
  tagEditor: (_, value) => tagEditor(value),
  entryLinkEditor: (_, value) => linkEditor('Entry', value),
  entryLinksEditor: (_, value) => linkEditor('Entry', value),
  assetLinkEditor: (_, value) => linkEditor('Asset', value),
};

/** Builds Contentful's own control of that name. Throws if the host page doesn't have it. */
export function buildControl(field: HostField, value: Value): HTMLElement {
  const build = builders[field.widget];
  if (!build) throw new Error(`The host page has no control “${field.widget}”.`);
  return build(field, value);
}
