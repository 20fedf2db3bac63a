/** What a comparison found, as lines for a terminal. */
import type { BuildFolder } from './build-folder';
import type { Comparison } from './compare';

/** How many of each kind are shown. */
const most = 20;

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > most ? [`  and ${lines.length - most} more`] : [];
  return ['', `${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...rest];
}

const scriptsLine = ({ scripts }: BuildFolder) => `${scripts.bytes} bytes in ${scripts.files} files`;

/** The table, and below it what differs. */
export function reportLines(comparison: Comparison, a: BuildFolder, b: BuildFolder): string[] {
  const { differences, onlyInA, onlyInB, otherProps } = comparison;
  const rows: [string, number | string][] = [
    ['files compared', comparison.compared],
    ['identical', comparison.identical],
    ['identical but for addresses and hashes of code', comparison.normalized],
    ['different', comparison.different],
    ['only in A', onlyInA.length],
    ['only in B', onlyInB.length],
    ['pages with other props of islands (no difference)', otherProps.length],
    ['scripts in A (not compared)', scriptsLine(a)],
    ['scripts in B (not compared)', scriptsLine(b)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const excerpts = differences.map(({ files, a: inA, b: inB }) => {
    const others = files.length > 1 ? ` and ${files.length - 1} more in the same way` : '';
    return `${files[0]}${others}\n    A ${inA}\n    B ${inB}`;
  });
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...list('Different', excerpts),
    ...list('Only in A', onlyInA),
    ...list('Only in B', onlyInB),
    ...list('Other props of islands', otherProps),
  ];
}
