import type { WorkerMessage } from '@/device/saved/own-page';
import { storedOutbox } from '@/device/storage/records.client';
import type { AttachmentContainer } from '../attachment/attachment-port';
import type { FormWords } from '../form-props';

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
  await code.revive(container, words, attach);
}

const begun = new Set<HTMLElement>();

/** Once. Where it can't be loaded, the plain form in the page works as it is. */
function reviveOnce(form: HTMLElement): void {
  if (begun.has(form)) return;
  begun.add(form);
  observer.unobserve(form);
  revive(form).catch(() => {});
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && target instanceof HTMLElement) reviveOnce(target);
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

const forms = document.querySelectorAll<HTMLElement>('[data-form]');
forms.forEach((form) => observer.observe(form));
// Where something waits to be sent, the form says so wherever the reader is on the page.
void storedOutbox().then((records) => {
  if (records.some((record) => Object(record).state !== 'sent')) forms.forEach(reviveOnce);
});
