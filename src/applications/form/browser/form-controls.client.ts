/**
 * Reads the fields and answers of a form from the page, and puts answers into it. Its HTML has the fields already, so they
 * aren't repeated as JSON, which would be a third of an opportunity's page.
 */
import type { FormChoice } from '../field-rules';
import type { FormField } from '../form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type Answers = Readonly<Record<string, string>>;

const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

export function readFields(form: HTMLFormElement): readonly FormField[] {
  return [...form.querySelectorAll('.apply-field')].flatMap((field): FormField[] => {
    const control = field.querySelector<Control>('input, textarea, select');
    if (!control) return [];
    const { name, required, dataset } = control;
    return [
      {
        name,
        kind: dataset['kind'] as FormField['kind'],
        required,
        max: Number(control.getAttribute('maxlength') ?? Number.MAX_SAFE_INTEGER),
        min: Number(control.getAttribute('minlength') ?? 0),
        label: field.querySelector('label')?.firstChild?.textContent ?? '',
        missing: dataset['missing'] ?? '',
        ...(control instanceof HTMLSelectElement && {
          // Without the empty option at the top.
          options: [...control.options].slice(1).map(({ value, text }) => [value, text] as const),
        }),
      },
    ];
  });
}

/** The fields whose answers may be saved: consent is asked for each time, and no page can put a file back. */
export const draftFields = (fields: readonly FormField[]) =>
  fields.filter(({ kind }) => !/agree|file/.test(kind));

/** The answers in the form, without empty ones. */
export function readAnswers(form: HTMLFormElement, fields: readonly FormField[]): Answers {
  const answers = draftFields(fields).map(({ name }) => [name, controlOf(form, name)?.value ?? ''] as const);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== ''));
}

/** True if no filled-in field differs from the given answers. */
export const areCompatible = (form: HTMLFormElement, answers: Answers): boolean =>
  Object.entries(answers).every(([name, answer]) => {
    const value = controlOf(form, name)?.value ?? '';
    return value === '' || value === answer;
  });

/** Replaces the answers in the form; fields without a given answer are emptied. */
export function replaceAnswers(form: HTMLFormElement, fields: readonly FormField[], answers: Answers): void {
  for (const { name } of draftFields(fields)) {
    const control = controlOf(form, name);
    if (control) control.value = (Object.hasOwn(answers, name) ? answers[name] : undefined) ?? '';
  }
}

/** Fills empty fields only: text typed meanwhile counts more. */
export const fillEmptyFields: typeof replaceAnswers = (form, fields, answers) =>
  replaceAnswers(form, fields, { ...answers, ...readAnswers(form, fields) });

/** Turns off the browser's own validation: this code shows problems beside the field, in the page's language. */
export function disableNativeValidation(form: HTMLFormElement): void {
  form.noValidate = true;
  // The browser's limit silently cuts pasted text; ours says how long it is.
  for (const control of form.querySelectorAll('[maxlength]')) control.removeAttribute('maxlength');
}

/**
 * Replaces the text field for a country by the list of countries, which isn't part of the page. Text that matches a name of
 * the list stays selected.
 */
export function addCountryList(
  form: HTMLFormElement,
  choose: string,
  countries: readonly FormChoice[],
): void {
  const input = form.querySelector<HTMLInputElement>('input[data-kind=country]');
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
