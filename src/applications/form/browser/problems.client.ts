/** Shows the problems with the answers: at the top, with links to the fields, and beside each field. */
import { createElement, type Child } from './element.client';
import { controlId, hintId, problemId } from '../field-ids';
import type { FieldProblem } from '../form-answers';
import { checkAnswer, cleanAnswer } from '../field-rules';
import type { FormField, FormTranslate } from '../form-props';

/** Creates the summary of all problems for the top of the form. */
export function createProblemSummary(title: string, problems: readonly FieldProblem[]): HTMLElement {
  const list = problems.map(({ name, message }) => {
    const link = createElement('a', { href: `#${controlId(name)}` }, message);
    link.addEventListener('click', goToField);
    return createElement('li', {}, link);
  });
  return createAlertBox(title, true, createElement('ul', {}, ...list));
}

/** Creates a box that is read out when it appears and can be focused: an error, or information. */
export function createAlertBox(title: string, isError: boolean, ...rest: readonly Child[]): HTMLElement {
  const attributes = {
    class: isError ? 'apply-notice' : 'apply-notice apply-hold',
    role: 'alert',
    tabindex: '-1',
    'aria-labelledby': 'apply-alert',
  };
  return createElement('div', attributes, createElement('h3', { id: 'apply-alert' }, title), ...rest);
}

/** Focuses the field without adding an entry to the history, and shows its label, not only its control. */
function goToField(event: MouseEvent): void {
  const { hash } = event.currentTarget as HTMLAnchorElement;
  const control = document.getElementById(hash.slice(1));
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest('.apply-field') ?? control).scrollIntoView();
}

/** Shows the problems beside the fields of a form or of a part of it, and removes earlier ones. */
export function showProblems(form: HTMLElement, problems: readonly FieldProblem[], t: FormTranslate): void {
  for (const field of form.querySelectorAll('.apply-field')) showProblem(field, problems, t);
}

function showProblem(field: Element, problems: readonly FieldProblem[], t: FormTranslate): void {
  const control = field.querySelector<HTMLInputElement>('input, select, textarea');
  if (!control) return;
  const { name } = control;
  const problem = problems.find((one) => one.name === name);
  field.classList.toggle('apply-field-wrong', problem !== undefined);
  field.querySelector('.apply-problem')?.remove();
  const hint = field.querySelector('.apply-hint');
  const described = [hint ? hintId(name) : '', problem ? problemId(name) : ''].filter(Boolean).join(' ');
  if (described) control.setAttribute('aria-describedby', described);
  else control.removeAttribute('aria-describedby');
  // Explicitly false: some screen readers treat a required empty field as invalid.
  control.setAttribute('aria-invalid', String(problem !== undefined));
  if (!problem) return;
  const prefix = createElement('span', { class: 'visually-hidden' }, t('form.error.prefix'));
  const message = createElement(
    'p',
    { id: problemId(name), class: 'apply-problem' },
    prefix,
    problem.message,
  );
  // Before the control, and before the box of a checkbox.
  [...field.children].find((child) => child.contains(control))?.before(message);
}

/**
 * Takes each problem away once its answer is right: beside the field, and in the summary, which goes with its last one
 * (`hideSummary`). While people write, and not when they leave the field: a press on Send leaves it too, and would miss
 * the button as it moves.
 */
export function clearCorrected(
  form: HTMLFormElement,
  fields: readonly FormField[],
  t: FormTranslate,
  hideSummary: () => void,
): void {
  const clear = ({ target }: Event) => {
    const place = (target as Element).closest('.apply-field');
    const field = fields.find(({ name }) => name === (target as HTMLInputElement).name);
    if (!place || !field) return;
    // The code of the file field shows its own problems.
    if (field.kind !== 'file' && place.matches('.apply-field-wrong')) {
      const answer = new FormData(form).get(field.name);
      const given = typeof answer === 'string' ? cleanAnswer(field.kind, answer) : '';
      if (checkAnswer(field, given) === undefined) showProblem(place, [], t);
    }
    const item = form.querySelector(`.apply-notice li:has([href='#${controlId(field.name)}'])`);
    if (!item || place.matches('.apply-field-wrong')) return;
    if (item.parentElement?.childElementCount === 1) hideSummary();
    else item.remove();
  };
  // Files are chosen with the second one.
  for (const type of ['input', 'change']) form.addEventListener(type, clear);
}
