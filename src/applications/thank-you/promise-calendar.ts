/** The day by which an answer is promised, as a calendar: https://www.rfc-editor.org/rfc/rfc5545 */
import type { AppliedItem } from '@/device/applied/applied';
import { calendarInstant, calendarText, foldLine } from '@/feeds/calendar-lines';

interface Promised {
  readonly item: Pick<AppliedItem, 'id' | 'appliedAt' | 'organization'>;
  /** The day where the visitor is: `2026-12-09`. */
  readonly day: string;
  /** What the event is called. */
  readonly title: string;
  /** The absolute address of the opportunity. */
  readonly url: string;
  /** `Number of this application: …` */
  readonly number: string;
}

/** A calendar with that one day, which keeps nobody from being free. */
export function promiseCalendar({ item, day, title, url, number }: Promised): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Online Volunteering//Applications//EN',
    'BEGIN:VEVENT',
    `UID:answer-${calendarText(item.id)}`,
    `DTSTAMP:${calendarInstant(Date.parse(item.appliedAt))}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${calendarText(title)}`,
    `DESCRIPTION:${calendarText([item.organization, number, url].join('\n'))}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(foldLine).join('');
}
