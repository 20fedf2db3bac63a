/** The status of a form: the alert at its top, the text beside Send, and the label of Send itself. */
import type { FormTranslate } from '../form-props';

export type FormStatus = ReturnType<typeof createFormStatus>;

export function createFormStatus(form: HTMLFormElement, t: FormTranslate) {
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const status = form.querySelector('.apply-status');
  const { title } = document;
  let alert: HTMLElement | undefined;
  /** The alert as it was shown: an open disclosure is no change. */
  let shown = '';
  function place(next: HTMLElement | undefined, isError: boolean): void {
    alert?.remove();
    alert = next;
    shown = next?.outerHTML ?? '';
    document.title = next && isError ? t('form.error.prefix') + title : title;
    if (next) form.prepend(next);
  }
  return {
    send,
    /** Shows a text beside Send, which stays until the next one. */
    setText: (...text: (Node | string)[]) => status?.replaceChildren(...text),
    focusAlert: () => alert?.focus(),
    /** Shows an alert at the top of the form and focuses it; it stays until the next one. */
    showAlert: (next: HTMLElement | undefined, isError = true) => {
      if (alert?.contains(document.activeElement)) send?.focus();
      place(next, isError);
      next?.focus();
    },
    /** Replaces the alert where it says something else by now; the focus stays in it. */
    updateAlert: (next: HTMLElement, isError: boolean) => {
      if (next.outerHTML === shown) return;
      const hadFocus = alert?.contains(document.activeElement) === true;
      place(next, isError);
      if (hadFocus) next.focus();
    },
    showSending: (sending: boolean, isTooLate: boolean) => {
      if (!send) return;
      send.textContent = sending ? t('form.sending') : t('form.send');
      if (sending || isTooLate) send.setAttribute('aria-disabled', 'true');
      else send.removeAttribute('aria-disabled');
    },
  };
}
