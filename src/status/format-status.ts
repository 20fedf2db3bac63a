/** The state of an entry in words: `Saved 14:01 · building`. */
import type { EditorTranslate } from '@/i18n/editor';
import { dateText } from '@/i18n/format/date-text';
import { dayNumber, timeOfDay } from '@/i18n/format/reader-time';
import type { EntryStatus } from './entry-status';

/** Returns the time of an instant where the person is who reads it, with the day if that isn't today's. */
type ReadInstant = (instant: string) => { readonly time: string; readonly day: string | undefined };

function formatSaved(t: EditorTranslate, savedAt: string, read: ReadInstant): string {
  const { time, day } = read(savedAt);
  return day === undefined ? t('Saved {time}', { time }) : t('Saved {day}, {time}', { day, time });
}

function formatProgress(t: EditorTranslate, status: EntryStatus, read: ReadInstant): string | undefined {
  switch (status.is) {
    case 'saved':
      return undefined;
    case 'queued':
      return t('queued');
    case 'building':
      return t('building');
    case 'not-live':
      return t('not live');
    case 'stopped':
      return t('nothing is publishing');
    case 'live': {
      const { time, day } = read(status.since);
      return day === undefined
        ? t('live since {time}', { time })
        : t('live since {day}, {time}', { day, time });
    }
  }
}

function listReasons(t: EditorTranslate, status: EntryStatus): readonly string[] {
  if (status.is === 'not-live') return status.reasons;
  if (status.is !== 'stopped') return [];
  return [
    t(
      'Publishing has stopped. Your change is saved. Ask the person who runs the site to start publishing again.',
    ),
  ];
}

/**
 * Says what is known of an entry, and nothing else: in a line, and for what isn't live the reasons, each some sentences. Where it
 * isn't known when it was saved (`savedAt` is empty), that is left out. The line is empty if nothing is known.
 */
export function formatStatus(t: EditorTranslate, status: EntryStatus, now = Date.now(), timeZone?: string) {
  const read: ReadInstant = (instant) => {
    const ms = Date.parse(instant);
    const isToday = dayNumber(ms, timeZone) === dayNumber(now, timeZone);
    const day = isToday ? undefined : dateText(t.locale, ms, 'short', timeZone);
    return { time: timeOfDay(t.locale, ms, timeZone), day };
  };
  const [first = '', ...rest] = [
    status.savedAt === '' ? undefined : formatSaved(t, status.savedAt, read),
    formatProgress(t, status, read),
    status.isOtherLive ? t('the site shows another version') : undefined,
  ].filter((part) => part !== undefined);
  const start = first.charAt(0).toLocaleUpperCase(t.locale) + first.slice(1);
  return { line: [start, ...rest].join(' · '), reasons: listReasons(t, status) };
}
