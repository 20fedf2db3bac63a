/** How a form speaks: what is to be read first, at its top; what stands beside Send; and what Send itself says. */
import type { FormWords } from '../form-props';

export interface FormVoice {
  readonly send: HTMLButtonElement | null;
  readonly status: HTMLElement | null;
  /** Says something beside Send; nothing takes away what was said. */
  readonly say: (...text: (Node | string)[]) => void;
  /** Puts what is to be read first at the top, and the focus on it; nothing takes it away. */
  readonly warn: (next: HTMLElement | undefined, isError?: boolean) => void;
  /** What stands at the top. */
  readonly warning: () => HTMLElement | undefined;
  readonly showSending: (sending: boolean, isTooLate: boolean) => void;
}

export function formVoice(form: HTMLFormElement, words: FormWords): FormVoice {
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const status = form.querySelector<HTMLElement>('.apply-status');
  let alert: HTMLElement | undefined;
  return {
    send,
    status,
    say: (...text) => status?.replaceChildren(...text),
    warning: () => (alert?.isConnected ? alert : undefined),
    warn: (next, isError = true) => {
      if (alert?.contains(document.activeElement)) send?.focus();
      alert?.remove();
      alert = next;
      const { errorPrefix } = words;
      const title = document.title.startsWith(errorPrefix)
        ? document.title.slice(errorPrefix.length)
        : document.title;
      document.title = next && isError ? errorPrefix + title : title;
      if (!next) return;
      form.prepend(next);
      next.focus();
    },
    showSending: (sending, isTooLate) => {
      if (!send) return;
      send.textContent = sending ? words.sending : words.send;
      if (sending || isTooLate) send.setAttribute('aria-disabled', 'true');
      else send.removeAttribute('aria-disabled');
    },
  };
}
