/** The closing dates of a list as a calendar: https://www.rfc-editor.org/rfc/rfc5545, named as RFC 7986 has it. */
import { cacheByObject } from '@/model/cache-by-object';
import { oneLine } from '@/model/characters';
import { formatCalendarInstant, escapeCalendarText, foldCalendarLine } from '@/model/calendar-lines';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';

type Property = readonly [name: string, value: string];

type Ending = FeedItem & { readonly closing: NonNullable<FeedItem['closing']> };

/** Text that stays on one line. */
const line = (text: string) => escapeCalendarText(oneLine(text));

/** Properties as they stand in the file, each on its line or lines. */
const linesOf = (properties: readonly Property[]) =>
  properties.map(([name, value]) => foldCalendarLine(`${name}:${value}`)).join('');

const hourMs = 3_600_000;

/** Refresh interval for subscribed programs; a site is built a few times a day at most. */
const refresh = 'P1D';

/**
 * The last hour to apply, rather than a day: that day ends at another time for each reader, and an hour that ends at
 * the closing instant is at the right place in every calendar. It doesn't mark time as busy, and sets no alarm.
 */
const event = cacheByObject((item: Ending) => {
  const { closing } = item;
  const language = item.language === undefined ? '' : `;LANGUAGE=${item.language}`;
  const changed = formatCalendarInstant(Date.parse(`${item.updated}T00:00:00Z`));
  return linesOf([
    ['BEGIN', 'VEVENT'],
    ['UID', line(closing.uid)],
    // Without a METHOD this is when the event was last changed (section 3.8.7.2), so that builds don't differ.
    ['DTSTAMP', changed],
    ['LAST-MODIFIED', changed],
    ['DTSTART', formatCalendarInstant(closing.at - hourMs)],
    ['DTEND', formatCalendarInstant(closing.at)],
    [`SUMMARY${language}`, line(closing.title)],
    [`DESCRIPTION${language}`, escapeCalendarText(closing.description)],
    ['URL', item.url],
    // One a line: readers disagree on where a list is cut when a value ends with a backslash.
    ...item.categories.map((category) => ['CATEGORIES', line(category)] as const),
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]);
});

/** A calendar needs something in it. One without events has a time zone, which shows nowhere. */
const nothing: readonly Property[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'Etc/UTC'],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19700101T000000'],
  ['TZOFFSETFROM', '+0000'],
  ['TZOFFSETTO', '+0000'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
];

/** Returns the opportunities of a list that have a closing date, the soonest first. */
function endings(items: readonly FeedItem[]): Ending[] {
  return items
    .filter((item): item is Ending => item.closing !== undefined)
    .toSorted((a, b) => a.closing.at - b.closing.at || (a.id < b.id ? -1 : 1));
}

/** The closing dates of a list, the soonest first. What has none isn't in it. */
export function formatCalendar(channel: FeedChannel, items: readonly FeedItem[]): string {
  const events = endings(items).map(event);
  const about = linesOf([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Online Volunteering//Feeds//EN'],
    ['NAME', line(channel.title)],
    ['X-WR-CALNAME', line(channel.title)],
    ['DESCRIPTION', line(channel.description)],
    ['URL', channel.page],
    ['SOURCE;VALUE=URI', channel.self],
    ['REFRESH-INTERVAL;VALUE=DURATION', refresh],
    ['X-PUBLISHED-TTL', refresh],
  ]);
  return [about, ...(events.length > 0 ? events : [linesOf(nothing)]), linesOf([['END', 'VCALENDAR']])].join(
    '',
  );
}
