/**
 * Prints rows as a Markdown table, which is readable in a terminal too, below an empty line. Columns are as wide as their
 * widest cell, the first aligned left and the others right.
 */
export function printTable(
  print: (line: string) => void,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, index) =>
    Math.max(3, name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const pad = (text: string, index: number) =>
    index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0);
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  print('');
  for (const cells of [head, rule, ...rows]) print(`| ${cells.map(pad).join(' | ')} |`);
}

export const formatKilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** `formatSeconds(1234) -> '1.2'`, of ms; a dash for none. */
export const formatSeconds = (ms: number | undefined, digits = 1): string =>
  ms === undefined ? '–' : (ms / 1000).toFixed(digits);

/** Returns the smallest value that is at least as large as so many percent of the values (nearest rank). NaN for none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
