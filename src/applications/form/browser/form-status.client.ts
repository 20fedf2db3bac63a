/** The status of a form: the alert at its top, the text beside Send, and the label of Send itself. */
import type { FormTranslate } from '../form-props';

export interface FormStatus {
  readonly send: HTMLButtonElement | null;
  /** Shows a text beside Send, which stays until the next one. */
  readonly setText: (...text: (Node | string)[]) => void;
  /** Shows an alert at the top of the form and focuses it; it stays until the next one. */
  readonly showAlert: (next: HTMLElement | undefined, isError?: boolean) => void;
  /** Replaces the alert where it says something else by now; the focus stays in it. */
  readonly updateAlert: (next: HTMLElement, isError: boolean) => void;
  /** The alert at the top. */
  readonly currentAlert: () => HTMLElement | undefined;
  readonly showSending: (sending: boolean, isTooLate: boolean) => void;
}

export function createFormStatus(form: HTMLFormElement, t: FormTranslate): FormStatus {
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
    document.title = next && isError ? t('apply.error.prefix') + title : title;
    if (next) form.prepend(next);
  }
  return {
    send,
    setText: (...text) => status?.replaceChildren(...text),
    currentAlert: () => (alert?.isConnected ? alert : undefined),
    showAlert: (next, isError = true) => {
      if (alert?.contains(document.activeElement)) send?.focus();
      place(next, isError);
      next?.focus();
    },
    updateAlert: (next, isError) => {
      if (next.outerHTML === shown) return;
      const hadFocus = alert?.contains(document.activeElement) === true;
      place(next, isError);
      if (hadFocus) next.focus();
    },
    showSending: (sending, isTooLate) => {
      if (!send) return;
      send.textContent = sending ? t('apply.sending') : t('apply.send');
      if (sending || isTooLate) send.setAttribute('aria-disabled', 'true');
      else send.removeAttribute('aria-disabled');
    },
  };
}
