/** Writes the variables of the environment for operators: a table of the guide, and an example file. Pure. */
import { commandNames, groupNames } from '@/config/variable-notes';
import { environmentVariables, type EnvironmentVariable } from '@/config/variables';
import { formatMarkdownTable, replaceSection } from './markdown';

/** The variables that an operator sets. */
const documented = environmentVariables.filter(({ group }) => group !== 'others');

const listReaders = ({ readBy }: EnvironmentVariable) => [
  ...new Set(readBy.map((reader) => commandNames[reader])),
];

const isSecret = ({ secret }: EnvironmentVariable) => secret === 'value';

const rows: readonly (readonly string[])[] = [
  ['Variable', 'Meaning', 'Default', 'Read by'],
  ...documented.map((variable) => [
    `\`${variable.name}\``,
    `${isSecret(variable) ? '**Secret.** ' : ''}${variable.meaning}`,
    variable.default ?? '–',
    listReaders(variable).join(', '),
  ]),
];

/** Returns a document with the present table in its place. */
export const insertVariablesTable = (document: string): string =>
  replaceSection(document, 'variables: npm run docs -- config', formatMarkdownTable(rows));

const removeMarkdown = (markdown: string) =>
  markdown.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '“$1”').replaceAll('`', '');

/** Formats a text as comments of at most 100 characters a line. */
function formatComment(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
}

function formatExample(variable: EnvironmentVariable): string {
  const { name, meaning, default: otherwise } = variable;
  return [
    ...formatComment(`${isSecret(variable) ? 'Secret. ' : ''}${removeMarkdown(meaning)}`),
    ...(otherwise === undefined ? [] : formatComment(`Default: ${removeMarkdown(otherwise)}`)),
    `#${name}=`,
  ].join('\n');
}

/** Formats every variable as a comment, by group, for `.env.example`. */
export function formatExampleFile(): string {
  const byGroup = Object.entries(groupNames).flatMap(([group, title]) => {
    const variables = documented.filter((variable) => variable.group === group);
    return variables.length === 0 ? [] : [`## ${title}`, ...variables.map(formatExample)];
  });
  const head = [
    ...formatComment(
      'Every variable that can be set. Copy this file to .env, and take the # away before those that you need. Never commit .env. The guide is docs/operators.md (“Environment”).',
    ),
    '# Written by npm run docs -- config from src/config/variables.ts.',
  ].join('\n');
  return `${[head, ...byGroup].join('\n\n')}\n`;
}
