/** The files that have parts from the program, each with the function that returns its text with the present ones. */
import { readFileSync } from 'node:fs';
import { insertCommandsTable } from './commands-table';
import { insertHeaderTable } from './header-table';
import { renderModel } from './model-reference';
import { insertNginxSections, nginxFiles } from './nginx-sections';
import { insertStatesTable } from './states-table';
import { formatExampleFile, insertVariablesTable } from './variables-table';

interface GeneratedPart {
  /** As `npm run docs -- NAME` takes it. */
  readonly name: string;
  readonly file: string;
  readonly write: (text: string) => string;
}

const guide = 'docs/operators.md';
const readCommand = (command: string) => readFileSync(`scripts/${command.replace(':', '-')}.ts`, 'utf8');

export const generatedParts: readonly GeneratedPart[] = [
  { name: 'applications', file: 'docs/applications.md', write: insertStatesTable },
  { name: 'commands', file: guide, write: (text) => insertCommandsTable(text, readCommand) },
  { name: 'config', file: '.env.example', write: formatExampleFile },
  { name: 'config', file: guide, write: insertVariablesTable },
  ...nginxFiles.map((file) => ({ name: 'hosting', file, write: insertNginxSections })),
  { name: 'hosting', file: guide, write: insertHeaderTable },
  { name: 'model', file: 'docs/model.md', write: renderModel },
];
