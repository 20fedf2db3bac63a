/** Reads the answers in a form, and puts answers into it. */
import type { FormField } from '../form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

/** The fields whose answers may be saved: consent is asked for each time, and no page can put a file back. */
export const draftFields = (fields: readonly FormField[]) =>
  fields.filter(({ kind }) => !/agree|file/.test(kind));

/** The answers in the form, without empty ones. */
export function readAnswers(form: HTMLFormElement, fields: readonly FormField[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name } of draftFields(fields)) {
    const value = controlOf(form, name)?.value ?? '';
    if (value !== '') answers[name] = value;
  }
  return answers;
}

/** True if no filled-in field differs from the given answers. */
export function areCompatible(form: HTMLFormElement, answers: Readonly<Record<string, string>>): boolean {
  return Object.entries(answers).every(([name, answer]) => {
    const value = controlOf(form, name)?.value ?? '';
    return value === '' || value === answer;
  });
}

/** Replaces the answers in the form; fields without a given answer are emptied. */
export function replaceAnswers(
  form: HTMLFormElement,
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
): void {
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
