import { formatNumber } from '@/i18n/format/number';

/** A number of things in English, for operators and editors: `(1, 'entry', 'entries') -> '1 entry'`. */
export const formatCount = (value: number, one: string, many = `${one}s`) =>
  `${formatNumber('en', value)} ${value === 1 ? one : many}`;
