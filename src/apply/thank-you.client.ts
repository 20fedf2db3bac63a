/** Says on the thank-you page what was sent when, and by when an answer is promised. */
import { visitorDay } from '@/device/day';
import { justSent } from '@/device/just-sent.client';
import { interpolate } from '@/i18n/interpolate';
import type { Locale } from '@/i18n/locales';
import { button, element } from './element.client';
import { timeIn } from './kept-notes.client';
import { offerFile } from './offer-file.client';
import { promiseCalendar } from './promise-calendar';

const place = document.querySelector<HTMLElement>('[data-sent]');
const item = justSent();

/** A day in the visitor's time zone: `2026-12-09`. */
function localDay(instant: string): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

if (place && item) {
  const { sent = '', number = '', promise = '', calendar = '', event = '' } = place.dataset;
  const locale = document.documentElement.lang as Locale;
  const { id, title, organization, lang, appliedAt, replyBy, path } = item;
  const numberText = interpolate(number, { id });
  place.append(
    element('p', { lang }, element('strong', {}, title)),
    element('p', {}, interpolate(sent, { time: timeIn(locale, appliedAt) }), element('br', {}), numberText),
  );
  if (replyBy !== undefined) {
    const text = promiseCalendar({
      item,
      day: localDay(replyBy),
      title: interpolate(event, { title }),
      url: new URL(path, location.href).href,
      number: numberText,
    });
    place.append(
      element('p', {}, interpolate(promise, { organization, day: visitorDay(locale, replyBy) })),
      element(
        'p',
        {},
        button(calendar, () => offerFile(`${item.opportunity}.ics`, 'text/calendar', text)),
      ),
    );
  }
  place.hidden = false;
}
