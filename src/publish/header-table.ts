/** The table of response headers in the operators' guide. Pure. */
import {
  cacheControl,
  commonHeaders,
  folderHeaders,
  immutableFolders,
  onlyHttps,
  type HeaderValues,
} from './site-headers';

/** The table stands between these lines. */
const [begin, end] = ['<!-- headers: npm run docs:hosting -->', '<!-- /headers -->'] as const;

const code = (text: string) => `\`${text}\``;
const below = (folders: readonly string[]) => folders.map((folder) => code(`${folder}…`)).join(', ');

/** One row for each header of a place. */
const rowsOf = (place: string, values: HeaderValues, note = '') =>
  Object.entries(values).map(([header, value]) => [place, `${code(`${header}: ${value}`)}${note}`]);

const rows: readonly (readonly string[])[] = [
  ['Path', 'Header'],
  ...rowsOf('all, errors included', commonHeaders),
  ...rowsOf('all', onlyHttps, ', over HTTPS only'),
  ...Object.entries(folderHeaders).flatMap(([folder, values]) =>
    rowsOf(`${code(`${folder}…`)} instead`, values),
  ),
  [
    below(immutableFolders),
    `${code(`Cache-Control: ${cacheControl.immutable}`)}, with status 200 and 304 only`,
  ],
  [
    'everything else',
    `${code(`Cache-Control: ${cacheControl.fresh}`)} (stored, and checked for changes each time)`,
  ],
];

/** As Prettier writes tables: columns as wide as their longest cell. */
function tableText(): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

/** A document with the present table in its place. */
export function withHeaderTable(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  return `${document.slice(0, from)}${begin}\n\n${tableText()}\n\n${document.slice(to)}`;
}
