/** The position of a control in the entry, from the ids that Decap gives to it and to what holds it. */

/** The used properties of Decap's controls. */
export interface WidgetProps {
  readonly field: { readonly get: (key: string) => unknown };
  readonly forID: string;
  /** The items of a list have no id themselves, but their key is one. */
  readonly parentIds?: readonly (string | undefined)[];
}

/** The index of each item of a list by the key that Decap made for it. */
const itemIndexes = new Map<string, number>();

/** Remembers the order of the items of a list. */
export function rememberItems(keys: readonly string[]): void {
  keys.forEach((key, index) => itemIndexes.set(key, index));
}

const ownName = ({ field }: WidgetProps) => String(field.get('name'));

/** `['en', 'questions', '0']`: names of fields and indexes of items, from the outermost. */
export function fieldPath(props: WidgetProps): string[] {
  const ids = (props.parentIds ?? []).filter((id) => id !== undefined);
  const holders = ids.map((id) => {
    const index = itemIndexes.get(id);
    return index === undefined ? id.replace(/-field-\d+$/, '') : String(index);
  });
  // The only field of an item is the item itself.
  const isItem = itemIndexes.has(ids.at(-1) ?? '') && ownName(props) === 'item';
  return isItem ? holders : [...holders, ownName(props)];
}
