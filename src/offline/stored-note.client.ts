/** The note on a page from the device: when it was stored, in the page's language. */
import { dayAndTime } from '@/i18n/format/reader-time';

/** Shows the note where the page came from the device; its text has a gap `{date}`. */
export function showStoredNote(): void {
  const { kept } = document.documentElement.dataset;
  const note = document.querySelector<HTMLElement>('[data-kept-note]');
  if (kept === undefined || !note) return;
  const instant = Date.parse(kept);
  const date = Number.isNaN(instant) ? '' : dayAndTime(document.documentElement.lang, instant);
  note.textContent = (note.dataset['keptNote'] ?? '').replace('{date}', date);
  note.hidden = false;
}
