/** The report as lines for a terminal. */
import type { Code } from './code';
import { largeFolders, namesUsedTwice, smallFiles } from './measures';
import { mostInFolder, rows, smallLines, type ReportRow } from './rows';

/** A state of the code, and what its column is called. */
export interface ReportColumn {
  readonly title: string;
  readonly code: Code;
}

const number = new Intl.NumberFormat('en');

/** A row a figure, a column a state, and the aim last. */
export function tableLines(columns: readonly ReportColumn[], shown: readonly ReportRow[] = rows): string[] {
  const cells = [
    ['', ...columns.map(({ title }) => title), 'aim'],
    ...shown.map(({ name, count, aim }) => [
      name,
      ...columns.map(({ code }) => number.format(count(code))),
      aim === undefined ? '' : aim === 0 ? '0' : `<= ${number.format(aim)}`,
    ]),
  ];
  const widths = cells[0]?.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0))) ?? [];
  return cells.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Which names are exported by several files, types first. */
export function nameLines(code: Code): string[] {
  const types = namesUsedTwice(code, { typesOnly: true });
  const others = [...namesUsedTwice(code, { typesOnly: false })].filter(([name]) => !types.has(name));
  const line = ([name, paths]: readonly [string, readonly string[]]) => `  ${name}: ${paths.join(', ')}`;
  return ['Types:', ...[...types].map(line), 'Other names:', ...others.map(line)];
}

export function folderLines(code: Code): string[] {
  return largeFolders(code, mostInFolder).map(([folder, count]) => `${String(count).padStart(4)}  ${folder}`);
}

export function smallFileLines(code: Code): string[] {
  return smallFiles(code, smallLines).map(
    ({ file, importer }) => `${String(file.lines).padStart(4)}  ${file.path} (imported by ${importer})`,
  );
}
