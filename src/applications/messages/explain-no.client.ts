import { showPart } from '@/components/late-parts.client';

/** Explains beside a question what a no means. It keeps nobody from sending. */
export function takeNo(form: HTMLFormElement): void {
  const show = () => {
    for (const note of form.querySelectorAll<HTMLElement>('[data-no]')) {
      const control = form.querySelector<HTMLSelectElement>(`#${note.dataset['no'] ?? ''}`);
      note.hidden = true;
      if (control?.value === 'no') showPart(note);
    }
  };
  form.addEventListener('change', show);
  // Browsers and drafts fill in too.
  form.addEventListener('focusin', show);
  show();
}
