import { formatDay } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';

/** Formats the day of an instant in the visitor's time zone: `'25 Nov 2026'`. `instant` is ISO, or ms. */
export function visitorDay(locale: Locale, instant: string | number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return formatDay(
    locale,
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    'short',
  );
}
