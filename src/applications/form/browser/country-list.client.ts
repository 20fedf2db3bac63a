/** The list of countries, which isn't part of the page: without it, visitors type the name. */
import type { FormChoice } from '../field-rules';

/** Replaces the text field by the list of countries. Text that matches a name of the list stays selected. */
export function addCountryList(container: Element, choose: string, countries: readonly FormChoice[]): void {
  const input = container.querySelector<HTMLInputElement>('input[data-kind=country]');
  if (!input) return;
  const select = document.createElement('select');
  // Copies the attributes of the text field that also fit a list.
  for (const { name, value } of input.attributes)
    if (!/^(?:type|maxlength)$/.test(name)) select.setAttribute(name, value);
  select.setAttribute('autocomplete', 'country');
  const written = input.value.trim().toLocaleLowerCase();
  const option = (value: string, label: string) =>
    new Option(label, value, false, label.toLocaleLowerCase() === written);
  select.append(option('', choose), ...countries.map(([value, label]) => option(value, label)));
  const hadFocus = document.activeElement === input;
  input.replaceWith(select);
  if (hadFocus) select.focus();
}
