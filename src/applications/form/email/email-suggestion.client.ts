/** Asks below an e-mail field whether another address was meant. */
import { button } from '../browser/element.client';
import { likelyEmail } from './email-suggestion';
import type { FormWords } from '../form-props';

/** How often (ms) it is looked whether a button of the mouse is still down. */
const pressPause = 100;

/** Suggests an address where the one in the field looks mistyped. */
export function suggestEmail(field: HTMLInputElement, words: FormWords): void {
  const written = field.value;
  const likely = likelyEmail(written, words.emailDomains);
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
  const use = button(words.emailUse, () => {
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
