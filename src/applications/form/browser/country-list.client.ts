/** The list of countries, which a page doesn't carry: until it is there, and without scripts, visitors write the name. */
import type { FormWords } from '../form-props';

/** Puts the list in the place of the field. What was written already is chosen, where it is a name of the list. */
export function listCountries(container: Element, { choose, countries }: FormWords): void {
  const input = container.querySelector<HTMLInputElement>('input[data-kind=country]');
  if (!input) return;
  const select = document.createElement('select');
  // The list takes the attributes of the text field that also fit a list.
  for (const { name, value } of input.attributes)
    if (!/^(?:type|maxlength)$/.test(name)) select.setAttribute(name, value);
  select.setAttribute('autocomplete', 'country');
  const written = input.value.trim().toLocaleLowerCase();
  const option = (value: string, label: string) =>
    new Option(label, value, false, value !== '' && label.toLocaleLowerCase() === written);
  select.append(option('', choose), ...countries.map(([value, label]) => option(value, label)));
  const hadFocus = document.activeElement === input;
  input.replaceWith(select);
  if (hadFocus) select.focus();
}
