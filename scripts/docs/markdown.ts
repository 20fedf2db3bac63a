/** Parts of documents that are written by a command. Pure. */

/** A table as Prettier writes it: columns as wide as their longest cell. The first row is the head. */
export function formatMarkdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

/**
 * A document with a text in the place that is marked for it: between `<!-- title -->`, where the title begins with a name and
 * says which command writes it (`headers: npm run docs:hosting`), and `<!-- /name -->`. Throws where it has no such place.
 */
export function replaceSection(document: string, title: string, text: string): string {
  const begin = `<!-- ${title} -->`;
  const end = `<!-- /${title.replace(/:.*/, '')} -->`;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no place between “${begin}” and “${end}”.`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}
