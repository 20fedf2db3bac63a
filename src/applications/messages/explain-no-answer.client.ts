import { showPart } from '@/components/late-parts.client';

/** Explains beside a question what the answer "no" means. It doesn't prevent sending. */
export function explainNoAnswers(form: HTMLFormElement): void {
  const show = () => {
    for (const note of form.querySelectorAll<HTMLElement>('[data-no]')) {
      const control = form.querySelector<HTMLSelectElement>(`#${note.dataset['no'] ?? ''}`);
      note.hidden = true;
      if (control?.value === 'no') showPart(note);
    }
  };
  form.addEventListener('change', show);
  // Browsers and drafts fill in answers too.
  form.addEventListener('focusin', show);
  show();
}
