/**
 * Asks below an e-mail field whether another address was meant: loaded when the field is first filled in. Imports nothing
 * of the form's own code: what two files share is larger than what it saves here.
 */
import { likelyEmail } from './email-suggestion';
import type { FormWords } from './form-props';

/** How often (ms) it is looked whether a button of the mouse is still down. */
const pressPause = 100;

/** Suggests an address where `written`, which was in the field when it changed, looks mistyped and is still there. */
export function suggestEmail(field: HTMLInputElement, written: string, words: FormWords): void {
  const likely = likelyEmail(written);
  if (!likely) {
    field.nextElementSibling?.replaceChildren();
    return;
  }
  const showWhenReleased = () => {
    // A press on Send also leaves the field: if the question moved the button now, the press would be lost.
    if (document.documentElement.matches(':active')) setTimeout(showWhenReleased, pressPause);
    else if (field.value === written) show(field, likely, words);
  };
  setTimeout(showWhenReleased);
}

/** Shows the question and the button in the `role=status` behind the field, until the field changes. */
function show(field: HTMLInputElement, likely: string, words: FormWords): void {
  const status = field.nextElementSibling;
  const written = field.value;
  const use = document.createElement('button');
  use.type = 'button';
  use.className = 'button';
  use.textContent = words.emailUse;
  use.addEventListener('click', () => {
    field.value = likely;
    field.focus();
    // The draft is saved as if it had been typed.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const question = words.emailSuggestion.replace('{address}', () => likely);
  status?.replaceChildren(question, ' ', use);
  const clear = () => {
    if (field.value !== written && use.isConnected) status?.replaceChildren();
  };
  // A draft that is put back or deleted changes the field without an `input`, but moves the focus.
  for (const type of ['input', 'focusin']) field.form?.addEventListener(type, clear);
}
