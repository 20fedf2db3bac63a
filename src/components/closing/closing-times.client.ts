import { interpolate } from '@/i18n/interpolate';
import { closingDay, closingMoment, daysAgo, nextWording, timeLeft } from '@/i18n/reader-time';
import { earlier } from '@/model/time/closing-check';

/** Beyond this (ms) a page's only relative words are those about past days: they are looked at once an hour. */
const hourMs = 3_600_000;

/**
 * Writes times on the visitor's clock, in the page's language. Until then, and without JavaScript, they stand in the
 * opportunity's own zone. Returns the next instant (ms) at which one of them reads otherwise.
 */
export function checkTimes(root: ParentNode, now: number): number | undefined {
  const locale = document.documentElement.lang;
  let next: number | undefined;
  for (const time of root.querySelectorAll('time')) {
    const { closingDay: asDay, closingAt: words, ago } = time.dataset;
    const instant = Date.parse(time.dateTime);
    if (asDay !== undefined) {
      say(time, closingDay(locale, instant, now));
      note(time.parentElement ?? time, timeLeft(locale, instant, now));
      next = earlier(next, nextWording(instant, now));
    } else if (words !== undefined) {
      say(time, interpolate(words, { ...closingMoment(locale, instant, now) }));
      note(time, timeLeft(locale, instant, now));
      next = earlier(next, nextWording(instant, now));
    } else if (ago !== undefined) {
      note(time, daysAgo(locale, time.dateTime, now));
      next = earlier(next, now + hourMs);
    }
  }
  return next;
}

function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Writes words behind an element, in a span of their own; nothing where there are none. */
function note(element: Element, text: string | undefined): void {
  let span = element.nextElementSibling;
  if (!span?.matches('.left')) {
    if (text === undefined) return;
    span = document.createElement('span');
    span.className = 'left';
    element.after(' ', span);
  }
  say(span, text ?? '');
}
