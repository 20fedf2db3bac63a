/** The list of countries, which a page doesn't carry: until it is there, and without scripts, one writes the name. */
import type { FormWords } from './form-props';

/** What the field to write in and the list have in common. */
const shared = ['id', 'name', 'required', 'data-kind', 'data-missing', 'aria-describedby'];

/** Puts the list in the place of the field. What was written already is chosen, where it is a name of the list. */
export function listCountries(container: Element, { choose, countries }: FormWords): void {
  const input = container.querySelector<HTMLInputElement>('input[data-kind=country]');
  if (!input) return;
  const select = document.createElement('select');
  for (const name of shared) {
    const value = input.getAttribute(name);
    if (value !== null) select.setAttribute(name, value);
  }
  select.setAttribute('autocomplete', 'country');
  const written = input.value.trim().toLocaleLowerCase();
  const option = (value: string, label: string) =>
    new Option(label, value, false, value !== '' && label.toLocaleLowerCase() === written);
  select.append(option('', choose), ...countries.map(([value, label]) => option(value, label)));
  const hadFocus = document.activeElement === input;
  input.replaceWith(select);
  if (hadFocus) select.focus();
}
