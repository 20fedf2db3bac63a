import { outboxMark } from '@/device/storage/outbox-mark';
import type { WorkerMessage } from '@/device/own-page';
import { valueAt } from '@/device/storage/storage.client';
import type { AttachmentContainer } from './attachment-port';
import type { FormWords } from './form-props';

/** Loads the form's code and words when a visitor comes near the form; who only reads doesn't pay for it. */
const near = '600px';

async function loadWords(container: HTMLElement): Promise<FormWords> {
  const response = await fetch(container.dataset['words'] ?? '');
  if (!response.ok) throw new Error(`The words of the form answered ${response.status}.`);
  return (await response.json()) as FormWords;
}

async function revive(container: AttachmentContainer): Promise<void> {
  const [code, words, attach] = await Promise.all([
    import('./revive-form.client'),
    loadWords(container),
    container.loadAttachment?.(),
  ]);
  code.revive(container, words, attach);
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      observer.unobserve(target);
      // Where it can't be loaded, the plain form in the page works as it is.
      revive(target).catch(() => {});
    }
  },
  { rootMargin: near },
);

let isWritten = false;
addEventListener('input', () => (isWritten = true), { once: true });

/**
 * The page came from the device, and the site's own has no form any more. What somebody has written stays, and the form
 * says that it is too late; else the site's own page shows, which is on the device by now.
 */
navigator.serviceWorker?.addEventListener('message', ({ data }) => {
  if (data !== ('ended' satisfies WorkerMessage)) return;
  document.documentElement.dataset['ended'] = '';
  const isFormEmpty = dispatchEvent(new Event('ended', { cancelable: true }));
  if (isFormEmpty && !isWritten) location.reload();
});

for (const form of document.querySelectorAll<HTMLElement>('[data-form]')) {
  // Where something waits to be sent it goes now, wherever the reader is on the page.
  if (valueAt(outboxMark) === null) observer.observe(form);
  else revive(form).catch(() => {});
}
