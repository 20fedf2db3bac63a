/** Since when something is new, in words. Pure. */
import type { StringKey } from '@/i18n/strings';
import { dateText, languageTag } from '@/i18n/format/date-text';

type SinceKey = Extract<StringKey, 'searches.since' | `searches.since.${string}`>;

const dayMs = 86_400_000;

/** The day of an instant on the visitor's clock. */
const dayOf = (instant: number) => new Date(instant).toDateString();

/** `since Tuesday` within the last six days, else `since 3 Mar 2026`. */
export function sinceText(
  t: (key: SinceKey, params: { readonly day: string }) => string,
  locale: string,
  lookedAt: string,
  now: number,
): string {
  const at = Date.parse(lookedAt);
  if (dayOf(at) === dayOf(now)) return t('searches.since.today', { day: '' });
  if (now - at > 6 * dayMs || at > now) return t('searches.since', { day: dateText(locale, at, 'short') });
  const weekday = new Intl.DateTimeFormat(languageTag(locale), { weekday: 'long' }).format(at);
  return t('searches.since.weekday', { day: weekday });
}
