/** The state of an entry in words: `Saved 14:01 · building`. */
import type { EditorTranslate } from '@/i18n/editor';
import { dateText } from '@/i18n/format/date-text';
import { dayNumber, timeOfDay } from '@/i18n/format/reader-time';
import type { EntryStatus } from './entry-status';

/** The time where the person is who reads it. */
interface LocalTime {
  /** The present instant (ms). */
  readonly now: number;
  /** Undefined for that of the device. */
  readonly timeZone?: string | undefined;
}

interface StatusWords {
  readonly line: string;
  /** Why it isn't live, each some sentences. */
  readonly reasons: readonly string[];
}

/** The day is said only of what was on another day. */
function formatMoment(t: EditorTranslate, instant: string, { now, timeZone }: LocalTime) {
  const ms = Date.parse(instant);
  const time = timeOfDay(t.locale, ms, timeZone);
  const isToday = dayNumber(ms, timeZone) === dayNumber(now, timeZone);
  return { time, day: isToday ? undefined : dateText(t.locale, ms, 'short', timeZone) };
}

function formatSaved(t: EditorTranslate, savedAt: string, clock: LocalTime): string {
  const { time, day } = formatMoment(t, savedAt, clock);
  return day === undefined ? t('Saved {time}', { time }) : t('Saved {day}, {time}', { day, time });
}

function formatProgress(t: EditorTranslate, status: EntryStatus, clock: LocalTime): string | undefined {
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
      const { time, day } = formatMoment(t, status.since, clock);
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
 * Says what is known of an entry, and nothing else. Where it isn't known when it was saved (`savedAt` is empty), that is left
 * out. The line is empty if nothing is known.
 */
export function formatStatus(t: EditorTranslate, status: EntryStatus, clock: LocalTime): StatusWords {
  const parts = [
    status.savedAt === '' ? undefined : formatSaved(t, status.savedAt, clock),
    formatProgress(t, status, clock),
    status.isOtherLive ? t('the site shows another version') : undefined,
  ].filter((part) => part !== undefined);
  const [first = '', ...rest] = parts;
  const start = first.charAt(0).toLocaleUpperCase(t.locale) + first.slice(1);
  return { line: [start, ...rest].join(' · '), reasons: listReasons(t, status) };
}
