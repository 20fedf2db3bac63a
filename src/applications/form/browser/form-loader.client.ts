import { readStoredOutbox } from '@/device/storage/records.client';
import type { AttachmentContainer } from '../attachment/attachment-types';
import type { FormFile } from '../form-props';

/** Loads the form's code and strings when a visitor comes near the form; others don't pay for it. */
const preloadMargin = '600px';

async function loadFormFile(container: HTMLElement): Promise<FormFile> {
  const response = await fetch(container.dataset['words'] ?? '');
  if (!response.ok) throw new Error(`The form's file answered ${response.status}.`);
  return (await response.json()) as FormFile;
}

async function loadAndEnhance(container: AttachmentContainer): Promise<void> {
  const [code, file, attach] = await Promise.all([
    import('./form-controller.client'),
    loadFormFile(container),
    container.loadAttachment?.(),
  ]);
  await code.enhanceForm(container, file, attach);
}

const started = new Set<HTMLElement>();

/** Runs once for each form. If loading fails, the plain form in the page still works. */
function enhanceOnce(form: HTMLElement): void {
  if (started.has(form)) return;
  started.add(form);
  observer.unobserve(form);
  loadAndEnhance(form).catch(() => {});
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && target instanceof HTMLElement) enhanceOnce(target);
    }
  },
  { rootMargin: preloadMargin },
);

const forms = document.querySelectorAll<HTMLElement>('[data-form]');
forms.forEach((form) => observer.observe(form));
// With an unsent submission, forms show its state at once, wherever the visitor is on the page.
void readStoredOutbox().then((records) => {
  if (records.some((record) => Object(record).state !== 'sent')) forms.forEach(enhanceOnce);
});
