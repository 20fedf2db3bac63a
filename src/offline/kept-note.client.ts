/** The note on a page that came from the device: from when it is, in the page's language. */

/** Shows the note where the page was kept; its sentence has a gap `{date}`. */
export function sayKept(): void {
  const { kept } = document.documentElement.dataset;
  const note = document.querySelector<HTMLElement>('[data-kept-note]');
  if (kept === undefined || !note) return;
  const instant = new Date(kept);
  const date = Number.isNaN(instant.getTime())
    ? ''
    : instant.toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  note.textContent = (note.dataset['keptNote'] ?? '').replace('{date}', date);
  note.hidden = false;
}
