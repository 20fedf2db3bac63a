/** The day by which a reply is promised, as a calendar: https://www.rfc-editor.org/rfc/rfc5545 */
import type { AppliedItem } from '@/device/storage/application/applied-item';
import { formatCalendarInstant, escapeCalendarText, foldCalendarLine } from '@/model/calendar-lines';

interface ReplyCalendarEvent {
  readonly item: Pick<AppliedItem, 'id' | 'appliedAt' | 'organization'>;
  /** The day in the visitor's time zone: `2026-12-09`. */
  readonly day: string;
  /** The event's title. */
  readonly title: string;
  /** The absolute address of the opportunity. */
  readonly url: string;
  /** `Number of this application: …` */
  readonly number: string;
}

/** Builds a calendar with that one day, which doesn't block the visitor's time. */
export function replyCalendar({ item, day, title, url, number }: ReplyCalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Online Volunteering//Applications//EN',
    'BEGIN:VEVENT',
    `UID:answer-${escapeCalendarText(item.id)}`,
    `DTSTAMP:${formatCalendarInstant(Date.parse(item.appliedAt))}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeCalendarText(title)}`,
    `DESCRIPTION:${escapeCalendarText([item.organization, number, url].join('\n'))}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(foldCalendarLine).join('');
}
