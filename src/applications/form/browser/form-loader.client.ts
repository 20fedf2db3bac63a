import { readStoredOutbox } from '@/device/storage/records.client';
import type { AttachmentStrings, OpenAttachment } from '../attachment/attachment-types';
import type { FormFile } from '../form-props';

/** Loads the form's code and strings when a visitor comes near the form; others don't pay for it. */
const preloadMargin = '600px';

/** Loads the words of a form or a field from the file that it names. */
async function loadWords<Words>(element: HTMLElement): Promise<Words> {
  const response = await fetch(element.dataset['words'] ?? '');
  if (!response.ok) throw new Error(`The words answered ${response.status}.`);
  return (await response.json()) as Words;
}

/** Loads the code and words of a form's file field, if it has one. */
async function loadAttachment(form: HTMLElement): Promise<OpenAttachment | undefined> {
  const field = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) return undefined;
  const [code, words] = await Promise.all([
    import('../attachment/attachment.client'),
    loadWords<AttachmentStrings>(field),
  ]);
  return code.openAttachment(field, words);
}

async function loadAndEnhance(form: HTMLElement): Promise<void> {
  const [code, file, attach] = await Promise.all([
    import('./form-controller.client'),
    loadWords<FormFile>(form),
    loadAttachment(form),
  ]);
  await code.enhanceForm(form, file, attach);
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
