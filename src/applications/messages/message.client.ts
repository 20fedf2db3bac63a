/** Extra behaviour of the forms for the editors: explains a "no", and fills in the reported page. */
import { showPart } from '@/components/late-parts.client';

const form = document.querySelector<HTMLFormElement>('.message form');

/** Explains beside a question what the answer "no" means. It doesn't prevent sending. */
function explainNoAnswers(form: HTMLFormElement): void {
  for (const note of form.querySelectorAll<HTMLElement>('[data-no]')) {
    const control = form.querySelector<HTMLSelectElement>(`#${note.dataset['no'] ?? ''}`);
    note.hidden = true;
    if (control?.value === 'no') showPart(note);
  }
}

/** Fills in the page that the visitor came from, as its link says; only pages of this site. */
function fillInPage(field: HTMLInputElement): void {
  const about = new URLSearchParams(location.search).get('about') ?? '';
  if (!/^\/[\w.~%/-]+$/.test(about) || about.startsWith('//') || field.value !== '') return;
  field.value = new URL(about, location.origin).href;
}

if (form) {
  // Browsers and drafts fill in answers too, without a change.
  for (const type of ['change', 'focusin']) form.addEventListener(type, () => explainNoAnswers(form));
  explainNoAnswers(form);
  const page = form.querySelector<HTMLInputElement>('[name=about_page]');
  if (page) fillInPage(page);
}
