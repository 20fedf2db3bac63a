/** Suggests a correction below an e-mail field. */
import { createButton } from '../browser/element.client';
import { guessIntendedEmail } from './email-suggestion';
import type { FormTranslate } from '../form-props';

/** Interval (ms) of checks for the release of the mouse button. */
const pressPause = 100;

/** Suggests an address where the one in the field looks mistyped. */
export function suggestEmail(field: HTMLInputElement, t: FormTranslate, domains: readonly string[]): void {
  const written = field.value;
  const likely = guessIntendedEmail(written, domains);
  if (!likely) {
    field.nextElementSibling?.replaceChildren();
    return;
  }
  const showWhenReleased = () => {
    // A press on Send also leaves the field: if the question moved the button now, the press would be lost.
    if (document.documentElement.matches(':active')) setTimeout(showWhenReleased, pressPause);
    else if (field.value === written) show(field, likely, t);
  };
  setTimeout(showWhenReleased);
}

/** Shows the question and the button in the `role=status` after the field, until the field changes. */
function show(field: HTMLInputElement, likely: string, t: FormTranslate): void {
  const status = field.nextElementSibling;
  const written = field.value;
  const use = createButton(t('form.email.use'), () => {
    field.value = likely;
    field.focus();
    // The draft is saved as if it had been typed.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const question = t('form.email.suggestion', { address: likely });
  status?.replaceChildren(question, ' ', use);
  const clear = () => {
    if (field.value !== written && use.isConnected) status?.replaceChildren();
  };
  // Restoring or deleting a draft changes the field without an `input` event, but moves the focus.
  for (const type of ['input', 'focusin']) field.form?.addEventListener(type, clear);
}
