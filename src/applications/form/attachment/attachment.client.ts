/** A form's field for a file: read when it is chosen, checked, taken away again, and what is said of it. */
import { formatFileSize } from '@/i18n/file-size';
import { interpolate } from '@/i18n/interpolate';
import { acceptedType, cleanName, fileProblem, type FileProblem } from './attachment';
import { attachmentField } from './attachment-field';
import type { OpenAttachment } from './attachment-port';
import type { AttachmentWords } from './attachment-words';
import { button, element } from '../browser/element.client';

/** What goes with the application, or would if nothing were wrong with it. */
interface Chosen {
  readonly name: string;
  readonly size: number;
  /** Its bytes in the page, for the one on the disk may change or go; missing while they are read, and where that fails. */
  readonly bytes?: Blob;
  readonly problem?: FileProblem | undefined;
}

/** Lets a field do what it can; `texts` are the words of its own. */
export function openAttachment(field: HTMLInputElement, texts: AttachmentWords): OpenAttachment {
  return (form, words, show) => {
    const locale = document.documentElement.lang;
    const most = Number(field.dataset['most']);
    let chosen: Chosen | undefined;
    /** The application of this form where it waits to be sent, with its file, which no page can put into the field. */
    let waiting: { readonly file: Chosen | undefined } | undefined;
    /** True from when the visitor has chosen a file, or taken it away: the one that waits doesn't count any more. */
    let isNew = false;
    let reading = Promise.resolve();

    const status = element('span', { role: 'status' });
    const remove = button(texts.remove, () => {
      empty();
      status.textContent = texts.removed;
      field.focus();
    });
    const line = element('p', { class: 'apply-ways' }, status, remove);

    const current = () => (isNew ? chosen : waiting?.file);
    const fill = (text: string, { name, size }: Chosen) =>
      interpolate(text, {
        name,
        size: formatFileSize(locale, size),
        most: formatFileSize(locale, most),
      });
    const wrong = (file: Chosen | undefined) =>
      file?.problem ? [{ name: attachmentField, message: fill(texts.problems[file.problem], file) }] : [];

    function showState(): void {
      const file = current();
      remove.hidden = !file;
      const problems = wrong(file);
      // What is wrong is told beside the field; heard at once, it is here.
      status.classList.toggle('visually-hidden', problems.length > 0);
      status.textContent = problems[0]?.message ?? (file ? fill(texts.chosen, file) : '');
      const place = field.closest('fieldset');
      if (place) show(place, problems, words);
    }

    function empty(): void {
      field.value = '';
      chosen = undefined;
      isNew = true;
      showState();
    }

    async function read(file: File): Promise<void> {
      const { size } = file;
      const name = cleanName(file.name);
      const problem = fileProblem(file, most);
      const facts = { name, size, problem };
      isNew = true;
      chosen = facts;
      showState();
      if (problem) return;
      const bytes = await file.arrayBuffer().catch(() => undefined);
      // Another one may have been chosen meanwhile.
      if (chosen !== facts) return;
      chosen = bytes
        ? { name, size, bytes: new Blob([bytes], { type: acceptedType(file) ?? '' }) }
        : { name, size, problem: 'unreadable' };
      if (!bytes) showState();
    }

    function look(): void {
      const [file] = field.files ?? [];
      if (file) reading = read(file);
      else empty();
    }

    field.after(line);
    const hint = field.parentElement?.querySelector('.apply-hint');
    hint?.append(' ', texts.undrafted);
    showState();
    field.addEventListener('change', look);
    form.addEventListener('reset', empty);
    // Before the form's own listener: what is sent has been read.
    form.addEventListener(
      'submit',
      (event) => {
        if (!chosen || chosen.bytes || chosen.problem) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        void reading.then(() => form.requestSubmit());
      },
      { capture: true },
    );
    // Chosen before this code was there, or filled in again by the browser.
    if (field.files?.length) look();

    const places = [...form.elements].flatMap((control) => control.getAttribute('name') ?? []);
    return {
      told: (answers) =>
        [...answers, ...wrong(current())].sort((a, b) => places.indexOf(a.name) - places.indexOf(b.name)),
      answers: () => {
        const file = current();
        return file ? { [attachmentField]: file.name } : {};
      },
      file: () => current()?.bytes,
      otherWays: (ways, answers, canGoWithout) => {
        const name = answers[attachmentField];
        if (!name) return ways;
        const letter = `${ways.letter}${interpolate(texts.byHand, { name })}\n`;
        const without = button(texts.without, () => {
          empty();
          form.requestSubmit();
        });
        return {
          ...ways,
          letter,
          more: canGoWithout ? [without] : [],
          words: {
            ...words,
            refused: { ...words.refused, long: texts.long },
            unconfirmed: { ...words.unconfirmed, timeout: texts.timeout },
          },
        };
      },
      waits: (entry) => {
        const bytes = entry?.file;
        const name = entry?.payload[attachmentField] ?? '';
        // What is sent next is another application.
        if (!entry && waiting) isNew = chosen !== undefined;
        waiting = entry && { file: bytes && { name, size: bytes.size, bytes } };
        if (!isNew) showState();
      },
    };
  };
}
