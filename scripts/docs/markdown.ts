/** Formats the parts of documents that commands write. Pure. */

/** Formats a table like Prettier: columns are as wide as their longest cell. The first row is the head. */
export function formatMarkdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

/**
 * Replaces the marked section of a document: the part between `<!-- title -->` and `<!-- /name -->`. The title has the
 * section's name and the command that writes it: `headers: npm run docs -- hosting`. Throws if the section is missing.
 */
export function replaceSection(document: string, title: string, text: string): string {
  const begin = `<!-- ${title} -->`;
  const end = `<!-- /${title.replace(/:.*/, '')} -->`;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no place between “${begin}” and “${end}”.`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}
