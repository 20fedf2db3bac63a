import { dateText } from '@/i18n/format/date-text';

/** Formats the day of an instant (ISO, or ms) in the visitor's time zone: `'25 Nov 2026'`. */
export const visitorDay = (locale: string, instant: string | number) =>
  dateText(locale, new Date(instant).getTime(), 'short');
