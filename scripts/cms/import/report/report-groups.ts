/** Groups the findings of many rows by their kind. */
import type { ProblemFinding } from '@/model/problems';

/** Findings about a word or a value of the sheet: each is a kind of its own. */
const aboutWords = new Set([
  'hours-guessed',
  'duration-rounded',
  'term-guessed',
  'vocabulary-unknown',
  'link-dead',
  'status-unknown',
  'on-site',
]);

/** Groups findings: those of one rule about one field are a kind. The most frequent kind comes first. */
export function groupFindings(
  rows: readonly { readonly row: number; readonly findings: readonly ProblemFinding[] }[],
) {
  const groups = new Map<string, { numbers: number[]; example: ProblemFinding }>();
  for (const { row, findings } of rows) {
    for (const finding of findings) {
      const { code, locale = '', field = '', message } = finding;
      const key = `${code}/${locale}/${field.replace(/\.\d+(?=\.|$)/g, '')}/${aboutWords.has(code) ? message : ''}`;
      const group = groups.get(key) ?? { numbers: [], example: finding };
      if (group.numbers.at(-1) !== row) group.numbers.push(row);
      groups.set(key, group);
    }
  }
  return [...groups.values()].toSorted((a, b) => b.numbers.length - a.numbers.length);
}

/** So many ranges fit in a line. */
const mostRanges = 12;

/** `[2, 3, 4, 9] -> '2–4, 9'` */
export function formatRowNumbers(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, mostRanges).map(([a, b]) => (a === b ? String(a) : `${a}–${b}`));
  return `${shown.join(', ')}${ranges.length > mostRanges ? ', …' : ''}`;
}
