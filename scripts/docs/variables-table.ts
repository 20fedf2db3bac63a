/** The variables of the environment as an operator reads of them: a table of the guide, and an example file. Pure. */
import { environmentVariables, groupNames, readerNames, type EnvironmentVariable } from '@/config/variables';
import { markdownTable, withSection } from './markdown';

/** Those that an operator sets. */
const documented = environmentVariables.filter(({ group }) => group !== 'renderer' && group !== 'others');

const readersOf = ({ readBy }: EnvironmentVariable) => [
  ...new Set(readBy.map((reader) => readerNames[reader]).filter((name) => name !== '')),
];

const isSecret = ({ secret }: EnvironmentVariable) => secret === 'value';

const rows: readonly (readonly string[])[] = [
  ['Variable', 'Meaning', 'Default', 'Read by'],
  ...documented.map((variable) => [
    `\`${variable.name}\``,
    `${isSecret(variable) ? '**Secret.** ' : ''}${variable.meaning}`,
    variable.default ?? '–',
    readersOf(variable).join(', '),
  ]),
];

/** A document with the present table in its place. */
export const withVariablesTable = (document: string): string =>
  withSection(document, 'variables: npm run docs:config', markdownTable(rows));

const plain = (markdown: string) => markdown.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '“$1”').replaceAll('`', '');

/** A text as comments of at most 100 signs a line. */
function comment(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
}

function exampleOf(variable: EnvironmentVariable): string {
  const { name, meaning, default: otherwise } = variable;
  return [
    ...comment(`${isSecret(variable) ? 'Secret. ' : ''}${plain(meaning)}`),
    ...(otherwise === undefined ? [] : comment(`Default: ${plain(otherwise)}`)),
    `#${name}=`,
  ].join('\n');
}

/** Every variable as a comment, by group: `.env.example`. */
export function exampleFile(): string {
  const byGroup = Object.entries(groupNames).flatMap(([group, title]) => {
    const variables = documented.filter((variable) => variable.group === group);
    return variables.length === 0 ? [] : [`## ${title}`, ...variables.map(exampleOf)];
  });
  const head = [
    ...comment(
      'Every variable that can be set. Copy this file to .env, and take the # away before those that you need. Never commit .env. The guide is docs/operators.md (“Environment”).',
    ),
    '# Written by npm run docs:config from src/config/variables.ts.',
  ].join('\n');
  return `${[head, ...byGroup].join('\n\n')}\n`;
}
