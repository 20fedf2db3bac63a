/** `npm run docs -- commands`: writes the table of commands in the operators' guide from what each says of itself. */
import { readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { runCommand } from './command';
import { insertCommandsTable } from './docs/commands-table';

const help = `npm run docs -- commands

  Writes the table of commands in docs/operators.md, from the --help of each in scripts.
`;

const guide = 'docs/operators.md';
const readSource = (command: string) => readFileSync(`scripts/${command.replace(':', '-')}.ts`, 'utf8');

await runCommand({ help }, async () => {
  await writeFile(guide, insertCommandsTable(await readFile(guide, 'utf8'), readSource));
  console.log(`Wrote ${guide}.`);
  return 0;
});
