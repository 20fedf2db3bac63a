import { interpolate } from '@/i18n/interpolate';
import { closingDay, closingMoment, daysAgo, nextWording, timeLeft } from '@/i18n/format/reader-time';
import { earlierInstant } from '@/model/time/closing-check';

/** Later changes (ms) only concern the numbers of past days, which are updated once an hour. */
const hourMs = 3_600_000;

/**
 * Converts times to the visitor's zone, in the page's language. Until then, and without JavaScript, they are in the
 * opportunity's own zone. Returns the next instant (ms) at which one of the texts changes.
 */
export function checkTimes(root: ParentNode, now: number): number | undefined {
  const locale = document.documentElement.lang;
  let next: number | undefined;
  for (const time of root.querySelectorAll('time')) {
    const { closingDay: asDay, closingAt: pattern, ago } = time.dataset;
    const instant = Date.parse(time.dateTime);
    if (asDay !== undefined) {
      setText(time, closingDay(locale, instant));
      setNote(time.parentElement ?? time, timeLeft(locale, instant, now));
      next = earlierInstant(next, nextWording(instant, now));
    } else if (pattern !== undefined) {
      // For print: “your time” doesn’t say whose.
      time.title ||= time.textContent;
      setText(time, interpolate(pattern, { ...closingMoment(locale, instant, now) }));
      setNote(time, timeLeft(locale, instant, now));
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

/** Shows a text after an element, in a span of its own; removes it where there is none. */
function setNote(element: Element, text: string | undefined): void {
  let span = element.nextElementSibling;
  if (!span?.matches('.left')) {
    if (text === undefined) return;
    span = document.createElement('span');
    span.className = 'left';
    element.after(' ', span);
  }
  setText(span, text ?? '');
}
