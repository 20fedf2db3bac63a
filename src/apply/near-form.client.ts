import { outboxMark } from '@/device/outbox-mark';
import { valueAt } from '@/device/storage.client';
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

for (const form of document.querySelectorAll<HTMLElement>('[data-form]')) {
  // Where something waits to be sent it goes now, wherever the reader is on the page.
  if (valueAt(outboxMark) === null) observer.observe(form);
  else revive(form).catch(() => {});
}
