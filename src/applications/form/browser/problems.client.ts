/** What is wrong with the answers: at the top, with links to the fields, and beside each. */
import { element } from './element.client';
import { controlId, hintId, problemId } from '../field-ids';
import type { FieldProblem } from '../form-answers';
import type { FormWords } from '../form-props';

/** Everything that is wrong, for the top of the form. */
export function problemSummary(title: string, problems: readonly FieldProblem[]): HTMLElement {
  const list = problems.map(({ name, message }) => {
    const link = element('a', { href: `#${controlId(name)}` }, message);
    link.addEventListener('click', goToField);
    return element('li', {}, link);
  });
  return alertBox('apply-summary', title, true, element('ul', {}, ...list));
}

/** A box that is read out when it comes, and can take the focus: of an error, or of what is as it should be. */
export function alertBox(
  id: string,
  title: string,
  isError: boolean,
  ...rest: readonly (Node | undefined)[]
): HTMLElement {
  const attributes = {
    class: isError ? 'apply-notice' : 'apply-notice apply-hold',
    role: 'alert',
    tabindex: '-1',
    'aria-labelledby': id,
  };
  return element('div', attributes, element('h3', { id }, title), ...rest);
}

/** Focuses the field without leaving an entry in the history, and shows its label, not only its control. */
function goToField(event: MouseEvent): void {
  const { hash } = event.currentTarget as HTMLAnchorElement;
  const control = document.getElementById(hash.slice(1));
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest('.apply-field') ?? control).scrollIntoView();
}

/** Says beside each field of a form, or of a part of it, what is wrong, and takes away what was said before. */
export function showProblems(form: HTMLElement, problems: readonly FieldProblem[], words: FormWords): void {
  for (const field of form.querySelectorAll('.apply-field')) {
    const control = field.querySelector<HTMLInputElement>('input, select, textarea');
    if (!control) continue;
    const { name } = control;
    const problem = problems.find((one) => one.name === name);
    field.classList.toggle('apply-field-wrong', problem !== undefined);
    field.querySelector('.apply-problem')?.remove();
    const hint = field.querySelector('.apply-hint');
    const described = [hint ? hintId(name) : '', problem ? problemId(name) : ''].filter(Boolean).join(' ');
    if (described) control.setAttribute('aria-describedby', described);
    else control.removeAttribute('aria-describedby');
    // Said in so many words: what is required and still empty counts as wrong for some screen readers.
    control.setAttribute('aria-invalid', 'false');
    if (!problem) continue;
    control.setAttribute('aria-invalid', 'true');
    const prefix = element('span', { class: 'visually-hidden' }, words.errorPrefix);
    const told = element('p', { id: problemId(name), class: 'apply-problem' }, prefix, problem.message);
    // Before the control, and before the box of one that is ticked.
    [...field.children].find((child) => child.contains(control))?.before(told);
  }
}
