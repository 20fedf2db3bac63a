/** Says beside opportunities to which one has applied, and when. Loaded only where there is a log of applications. */
import { interpolate } from '@/i18n/interpolate';
import { dayOf } from '@/i18n/reader-time';
import { appliedTimes } from './applied-at';
import { readStore } from './storage.client';

const noteClass = 'applied-note';

/** Brings the notes up to date. `words` have a gap for the `{day}`; `buttons` carry an opportunity’s id each. */
export function noteApplied(buttons: Iterable<HTMLElement>, words: string): void {
  const times = new Map(readStore(appliedTimes).map(({ id, at }) => [id, Date.parse(at)]));
  for (const old of document.querySelectorAll(`.${noteClass}`)) old.remove();
  for (const button of buttons) {
    const time = times.get(button.dataset['save'] ?? '');
    if (time === undefined) continue;
    const note = document.createElement('p');
    note.className = `row-note ${noteClass}`;
    note.textContent = interpolate(words, { day: dayOf(document.documentElement.lang, time) });
    // At the end of a row's facts, else below the paragraph of the button.
    (button.closest('.row')?.querySelector('.facts') ?? button.closest('p'))?.after(note);
  }
}
