/** Sizes of files as the languages write them. Shared with the browser, so it holds no messages. */

const kilobyte = 1000;
const megabyte = 1_000_000;

/**
 * A size in bytes as people say it, in steps of a thousand and rounded up to a tenth, so that what is too large never
 * looks as if it weren't: `('fr', 5_000_001) -> '5,1 Mo'`, `('en', 12) -> '0.1 kB'`. It doesn't break over lines.
 */
export function formatFileSize(locale: string, bytes: number): string {
  const [unit, divisor] =
    bytes < megabyte ? (['kilobyte', kilobyte] as const) : (['megabyte', megabyte] as const);
  const tenths = Math.ceil((bytes * 10) / divisor) / 10;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 })
    .format(tenths)
    .replace(' ', '\u00A0');
}
