import { formatNumber } from '@/i18n/format/number';

/** A number of things in English, for operators and editors: `(1, 'entry', 'entries') -> '1 entry'`. */
export const formatCount = (value: number, one: string, many = `${one}s`) =>
  `${formatNumber('en', value)} ${value === 1 ? one : many}`;

/** A duration (ms) in English, rounded down: `(90 min) -> '90 minutes'`, `(5.5 h) -> '5 hours'`, `(60 h) -> '2 days'`. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 120) return formatCount(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? formatCount(hours, 'hour') : formatCount(Math.floor(hours / 24), 'day');
}
