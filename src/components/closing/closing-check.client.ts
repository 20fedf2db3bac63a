/**
 * Updates a static page for opportunities that have closed since its build. Every page that lists or shows an
 * opportunity loads it. The build writes for it:
 *
 * - `<li data-closes="ms">` in `<ul data-closed="Closed">`: a row of a list
 * - `data-until="ms"`, `data-from="ms"` on any element: shown until, or only from, that instant
 * - `<time data-closing-day>`, `<time data-closing-at="{day}, {time}">`, `<time data-ago>`: in the visitor's zone, with what is
 *   left or how long ago; `.soon` before it says how soon
 * - `data-closings="…" data-count="n"`: a number of open ones
 *
 * Without JavaScript the page shows the closing date in the opportunity's own zone, and that nothing later is read.
 */
import { interpolate, pluralize } from '@/i18n/interpolate';
import { closingMoment, closingText, daysAgo, nextWording, timeLeft } from '@/i18n/format/reader-time';
import { earlierInstant, splitByOpen } from '@/model/time/closing-check';
import { readClosings } from '@/model/time/closings';
import { showPart } from '../late-parts.client';
import { watchClosings } from './closing-watch.client';

/**
 * Updates the rows of lists. A row that has closed before the page is opened (`arriving`) is moved into the list of
 * past ones that its list names in `data-past`, else hidden. One that closes while the page is open stays and is marked
 * as closed: nothing moves under the visitor's finger. Returns the next closing instant (ms).
 */
function checkRows(now: number, arriving: boolean): number | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-closed] > [data-closes]')].map(
    (element) => ({
      element,
      status: 'open' as const,
      closesAt: Number(element.dataset['closes']),
    }),
  );
  const { ended, nextClosing } = splitByOpen(rows, now);
  for (const { element } of ended) {
    const list = element.parentElement as HTMLElement;
    markClosed(element, list.dataset['closed'] ?? '');
    if (arriving) removeRow(element, list);
  }
  return nextClosing;
}

function markClosed(row: HTMLElement, text: string): void {
  row.removeAttribute('data-closes');
  const strong = document.createElement('strong');
  strong.textContent = text;
  const when = row.querySelector<HTMLElement>('.row-when');
  when?.replaceChildren(strong);
  when?.removeAttribute('hidden');
}

function removeRow(row: HTMLElement, list: HTMLElement): void {
  const past = document.getElementById(list.dataset['past'] ?? '');
  if (past) {
    past.prepend(row);
    const section = past.closest<HTMLElement>('section[hidden]');
    if (section) showPart(section);
  } else {
    row.hidden = true;
  }
  const isEmpty = [...list.children].every((child) => (child as HTMLElement).hidden);
  const note = list.nextElementSibling;
  if (isEmpty && note instanceof HTMLElement && note.matches('[data-emptied]')) {
    list.hidden = true;
    showPart(note);
  }
}

/**
 * Shows each part of a page from the instant in its `data-from`, and until the one in its `data-until` (ms). A part
 * with input of the visitor stays, so that no text is lost; its form says that it is too late. Returns the next instant
 * (ms) at which a part changes.
 */
function checkParts(now: number): number | undefined {
  let next: number | undefined;
  const parts = [...document.querySelectorAll<HTMLElement>('[data-from], [data-until]')].map((element) => {
    const from = parseInstant(element.dataset['from'], -Infinity);
    const until = parseInstant(element.dataset['until'], Infinity);
    for (const instant of [from, until]) {
      if (instant > now && instant < Infinity) next = earlierInstant(next, instant);
    }
    return { element, isShown: now >= from && now < until };
  });
  // Show new parts before hiding old ones, so that the focus has a target.
  for (const { element, isShown } of parts) if (isShown && element.hidden) showPart(element);
  for (const { element, isShown } of parts) {
    if (isShown || element.hidden || hasVisitorInput(element)) continue;
    const hadFocus = element.contains(document.activeElement);
    element.hidden = true;
    if (hadFocus) document.querySelector<HTMLElement>('[data-from][tabindex]:not([hidden])')?.focus();
  }
  return next;
}

function parseInstant(value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value);
}

/** True if a form in it has a text, a tick or a choice of the visitor. */
function hasVisitorInput(element: ParentNode): boolean {
  const fields = element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input:checked, input:read-write, textarea:read-write, select',
  );
  return [...fields].some((field) => field.value !== '');
}

/**
 * Updates the numbers of open opportunities (see `OpenCount.astro`). Returns the next instant (ms) at which a number
 * changes.
 */
function checkCounts(now: number): number | undefined {
  let next: number | undefined;
  for (const element of document.querySelectorAll<HTMLElement>('[data-closings]')) {
    const { closings = '', count = '0', one = '', other = '' } = element.dataset;
    const read = readClosings(closings, now);
    next = earlierInstant(next, read.next);
    const text = pluralize({ one, other }, Number(count) - read.closed, document.documentElement.lang);
    if (element.textContent !== text) element.textContent = text;
  }
  return next;
}

/** Later changes (ms) only concern the numbers of past days, which are updated once an hour. */
const hourMs = 3_600_000;

/**
 * Converts times to the visitor's zone, in the page's language. Until then, and without JavaScript, they are in the
 * opportunity's own zone. Returns the next instant (ms) at which one of the texts changes.
 */
function checkTimes(now: number): number | undefined {
  const locale = document.documentElement.lang;
  let next: number | undefined;
  for (const time of document.querySelectorAll('time')) {
    const { closingDay: asDay, closingAt: pattern, ago } = time.dataset;
    const instant = Date.parse(time.dateTime);
    if (asDay !== undefined) {
      const { left, at } = closingText(locale, instant, now);
      setText(time, at);
      setNote(time.parentElement ?? time, left, 'before');
      next = earlierInstant(next, nextWording(instant, now));
    } else if (pattern !== undefined) {
      // For print: “your time” doesn’t say whose.
      time.title ||= time.textContent;
      setText(time, interpolate(pattern, { ...closingMoment(locale, instant, now) }));
      const left = timeLeft(locale, instant, now);
      const soon = time.previousElementSibling;
      // It says “soon” until it can say how soon.
      if (left !== undefined && soon?.matches('.soon:not([hidden])')) {
        setText(soon, left);
        setNote(time, undefined);
      } else setNote(time, left);
      next = earlierInstant(next, nextWording(instant, now));
    } else if (ago !== undefined) {
      setNote(time, daysAgo(locale, time.dateTime, now));
      next = earlierInstant(next, now + hourMs);
    }
  }
  return next;
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows a text before or after an element, in a span of its own; empties it where there is none. */
function setNote(element: Element, text: string | undefined, place: 'before' | 'after' = 'after'): void {
  let span = place === 'before' ? element.previousElementSibling : element.nextElementSibling;
  if (!span?.matches('.left')) {
    if (text === undefined) return;
    span = document.createElement('span');
    span.className = 'left';
    if (place === 'before') element.before(span, ' ');
    else element.after(' ', span);
  }
  setText(span, text ?? '');
}

let arriving = true;

watchClosings((now) => {
  const next = [checkRows(now, arriving), checkParts(now), checkCounts(now), checkTimes(now)];
  arriving = false;
  return next.reduce(earlierInstant, undefined);
});
