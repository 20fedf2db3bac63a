/** Says on the thank-you page what was sent when, and by when an answer is promised. */
import { showPart } from '@/components/late-parts.client';
import { justSent } from '@/device/applied/just-sent.client';
import { readableNumber } from '@/device/storage/application/submission-id';
import { interpolate } from '@/i18n/interpolate';
import { dateText } from '@/i18n/date-text';
import { dayAndTime } from '@/i18n/reader-time';
import { button, element } from '../form/browser/element.client';

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
  const locale = document.documentElement.lang;
  const { id, title, organization, lang, appliedAt, replyBy, path } = item;
  const numberText = interpolate(number, { id: readableNumber(id) });
  place.append(
    element('p', { lang }, element('strong', {}, title)),
    element(
      'p',
      {},
      interpolate(sent, { time: dayAndTime(locale, Date.parse(appliedAt)) }),
      element('br', {}),
      numberText,
    ),
  );
  const noted = document.querySelector<HTMLElement>('[data-noted]');
  if (noted) showPart(noted);
  if (replyBy !== undefined) {
    // Loaded only for those who want it.
    const offer = async () => {
      const [{ promiseCalendar }, { offerFile }] = await Promise.all([
        import('./promise-calendar'),
        import('../form/attachment/offer-file.client'),
      ]);
      const text = promiseCalendar({
        item,
        day: localDay(replyBy),
        title: interpolate(event, { title }),
        url: new URL(path, location.href).href,
        number: numberText,
      });
      offerFile(`${item.opportunity}.ics`, 'text/calendar', text);
    };
    const day = dateText(locale, Date.parse(replyBy), 'short');
    place.append(
      element('p', {}, interpolate(promise, { organization, day })),
      element('p', {}, button(calendar, offer)),
    );
  }
  place.hidden = false;
}
