/** What stands in a form: read, and put back. */
import type { AskedField } from '../form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

/** Fields whose answer may be kept: whether somebody agrees is asked anew each time, and no page can put a file back. */
const kept = (fields: readonly AskedField[]) => fields.filter(({ kind }) => !/agree|file/.test(kind));

/** The answers as they stand in the form, but for the empty ones. */
export function answersIn(form: HTMLFormElement, fields: readonly AskedField[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name } of kept(fields)) {
    const value = controlOf(form, name)?.value ?? '';
    if (value !== '') answers[name] = value;
  }
  return answers;
}

/** True where no field that has been filled in already says something else. */
export function agreesWith(form: HTMLFormElement, answers: Readonly<Record<string, string>>): boolean {
  return Object.entries(answers).every(([name, answer]) => {
    const value = controlOf(form, name)?.value ?? '';
    return value === '' || value === answer;
  });
}

/** Puts answers into fields, whatever they say already; what isn't among the answers is emptied. */
export function setAnswers(
  form: HTMLFormElement,
  fields: readonly AskedField[],
  answers: Readonly<Record<string, string>>,
): void {
  for (const { name } of kept(fields)) {
    const control = controlOf(form, name);
    if (control) control.value = (Object.hasOwn(answers, name) ? answers[name] : undefined) ?? '';
  }
}

/** Puts answers into fields that are still empty: what was typed meanwhile counts more. */
export const putAnswers: typeof setAnswers = (form, fields, answers) =>
  setAnswers(form, fields, { ...answers, ...answersIn(form, fields) });

/** From here on problems are told by our code: beside the field, in the page's language. */
export function takeOver(form: HTMLFormElement): void {
  form.noValidate = true;
  // A limit in the browser cuts what is pasted without a word; ours says how long it is.
  for (const control of form.querySelectorAll('[maxlength]')) control.removeAttribute('maxlength');
}
