/** Enhances a form's file field: reads and checks the chosen file, lets the visitor remove it, and shows its state. */
import { formatFileSize } from '@/i18n/format/file-size';
import { translateIsland } from '@/i18n/create-translate';
import { acceptedMimeType, cleanFileName, checkFile, type FileProblem } from './attachment-rules';
import { attachmentField } from './attachment-field';
import type { AttachmentStrings, OpenAttachment } from './attachment-types';
import { createButton, createElement } from '../browser/element.client';

/** The file that will be sent with the application, unless it has a problem. */
interface ChosenFile {
  readonly name: string;
  readonly size: number;
  /**
   * Its bytes, copied into the page since the file on the disk may change or be deleted. Missing while they are read,
   * and when that fails.
   */
  readonly bytes?: Blob;
  readonly problem?: FileProblem | undefined;
}

/** Enhances a file field; `fileStrings` are the strings of its own. */
export function openAttachment(field: HTMLInputElement, fileStrings: AttachmentStrings): OpenAttachment {
  const locale = document.documentElement.lang;
  const fileT = translateIsland(locale, fileStrings);
  return (form, t, show) => {
    const most = Number(field.dataset['most']);
    let chosen: ChosenFile | undefined;
    /** The application of this form that waits to be sent, with its file: no page can put a file into a file field. */
    let waiting: { readonly file: ChosenFile | undefined } | undefined;
    /** True once the visitor has chosen or removed a file: the file of the waiting application no longer counts. */
    let isNew = false;
    let reading = Promise.resolve();

    const status = createElement('span', { role: 'status' });
    const remove = createButton(fileT('apply.attachment.remove'), () => {
      empty();
      status.textContent = fileT('apply.attachment.removed');
      field.focus();
    });
    const row = createElement('p', { class: 'apply-ways' }, status, remove);

    const current = () => (isNew ? chosen : waiting?.file);
    const gaps = ({ name, size }: ChosenFile) => ({
      name,
      size: formatFileSize(locale, size),
      most: formatFileSize(locale, most),
    });
    const problemsOf = (file: ChosenFile | undefined) =>
      file?.problem
        ? [{ name: attachmentField, message: fileT(`apply.attachment.${file.problem}`, gaps(file)) }]
        : [];

    function showState(): void {
      const file = current();
      remove.hidden = !file;
      const problems = problemsOf(file);
      // The problem is shown beside the field; here it is only read out at once.
      status.classList.toggle('visually-hidden', problems.length > 0);
      status.textContent = problems[0]?.message ?? (file ? fileT('apply.attachment.chosen', gaps(file)) : '');
      const place = field.closest('fieldset');
      if (place) show(place, problems, t);
    }

    function empty(): void {
      field.value = '';
      chosen = undefined;
      isNew = true;
      showState();
    }

    async function read(file: File): Promise<void> {
      const { size } = file;
      const name = cleanFileName(file.name);
      const problem = checkFile(file, most);
      const facts = { name, size, problem };
      isNew = true;
      chosen = facts;
      showState();
      if (problem) return;
      const bytes = await file.arrayBuffer().catch(() => undefined);
      // Another one may have been chosen meanwhile.
      if (chosen !== facts) return;
      chosen = bytes
        ? { name, size, bytes: new Blob([bytes], { type: acceptedMimeType(file) ?? '' }) }
        : { name, size, problem: 'unreadable' };
      if (!bytes) showState();
    }

    function handleChange(): void {
      const [file] = field.files ?? [];
      if (file) reading = read(file);
      else empty();
    }

    field.after(row);
    const hint = field.parentElement?.querySelector('.apply-hint');
    hint?.append(' ', fileT('apply.attachment.undrafted'));
    showState();
    field.addEventListener('change', handleChange);
    form.addEventListener('reset', empty);
    // Before the form's own listener, so that the file has been read when the form is sent.
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
    // The file was chosen before this code was loaded, or the browser restored it.
    if (field.files?.length) handleChange();

    const places = [...form.elements].flatMap((control) => control.getAttribute('name') ?? []);
    return {
      addProblems: (answers) =>
        [...answers, ...problemsOf(current())].sort(
          (a, b) => places.indexOf(a.name) - places.indexOf(b.name),
        ),
      answers: () => {
        const file = current();
        return file ? { [attachmentField]: file.name } : {};
      },
      file: () => current()?.bytes,
      remove: empty,
      setWaiting: (entry) => {
        const bytes = entry?.file;
        const name = entry?.payload[attachmentField] ?? '';
        // The next submission is another application.
        if (!entry && waiting) isNew = chosen !== undefined;
        waiting = entry && { file: bytes && { name, size: bytes.size, bytes } };
        if (!isNew) showState();
      },
    };
  };
}
