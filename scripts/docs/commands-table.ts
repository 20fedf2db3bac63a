/** Writes the commands in the operators' guide, from what each says with `--help`. Pure. */
import { formatMarkdownTable, replaceSection } from './markdown';

/** The commands that operators use; CONTRIBUTING.md has the others. */
export const operatorCommands = [
  'start',
  'build',
  'build:merge',
  'publish:local',
  'verify',
  'cms',
  'dev',
  'preview:content',
] as const;

/** The text of a command's `--help`, from its source. Throws if it has none, or one with gaps. */
function findHelp(command: string, source: string): string {
  const help = /\bhelp = `([^`]*)`;/.exec(source)?.[1];
  if (help === undefined || help.includes('${'))
    throw new Error(`The help of “${command}” isn’t one fixed text.`);
  return help;
}

const escapeCell = (text: string) => text.replaceAll(/[|<]/g, String.raw`\$&`);

/** Begins a line for a sub-command: `  import FILE   make entries of …`. */
const subcommandLine = /^ {2}(?<name>\S+(?: [A-Z]+)?) {2,}(?<text>\S.*)$/;

/** The rows of a command: one, or one for each sub-command if its help lists them first. */
function formatRows(help: string): string[][] {
  const [usage = '', first = ''] = help.trim().split('\n\n');
  const rows: string[][] = [];
  for (const line of first.split('\n')) {
    const { name, text = line.trim() } = subcommandLine.exec(line)?.groups ?? {};
    const last = rows.at(-1);
    if (name !== undefined || !last)
      rows.push([name === undefined ? usage : usage.replace(/<.*/, name), text]);
    else rows[rows.length - 1] = [last[0] ?? '', `${last[1]} ${text}`];
  }
  return rows.map(([command = '', text = '']) => [`\`${escapeCell(command)}\``, escapeCell(text)]);
}

/** Returns a document with the present table in its place; `readSource` reads the file of a command. */
export function insertCommandsTable(document: string, readSource: (command: string) => string): string {
  const rows = operatorCommands.flatMap((command) => formatRows(findHelp(command, readSource(command))));
  const table = formatMarkdownTable([['Command', 'What it does'], ...rows]);
  return replaceSection(document, 'commands: npm run docs -- commands', table);
}
