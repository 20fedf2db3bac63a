/** Shows on the thank-you page what was sent, when, and the date of the promised reply. */
import { showPart } from '@/components/late-parts.client';
import { readJustSent } from '@/device/storage/application/just-sent.client';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { interpolate } from '@/i18n/interpolate';
import { dateText } from '@/i18n/format/date-text';
import { dayAndTime } from '@/i18n/format/reader-time';
import { createElement } from '../form/browser/element.client';

const place = document.querySelector<HTMLElement>('[data-sent]');
const item = readJustSent();

if (place && item) {
  const { sent = '', promise = '' } = place.dataset;
  const locale = document.documentElement.lang;
  const { title, organization, lang, appliedAt, replyBy } = item;
  const id = formatSubmissionNumber(item.id);
  const time = dayAndTime(locale, Date.parse(appliedAt));
  place.append(
    createElement('p', { lang }, createElement('strong', {}, title)),
    createElement('p', {}, interpolate(sent, { time, id })),
  );
  const noted = document.querySelector<HTMLElement>('[data-noted]');
  if (noted) showPart(noted);
  if (replyBy !== undefined) {
    const day = dateText(locale, Date.parse(replyBy), 'short');
    place.append(createElement('p', {}, interpolate(promise, { organization, day })));
  }
  place.hidden = false;
}
