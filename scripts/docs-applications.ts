/** `npm run docs -- applications`: writes the table of states in the documents from their source. */
import { readFile, writeFile } from 'node:fs/promises';
import { runCommand } from './command';
import { insertStatesTable } from './docs/states-table';

const help = `npm run docs -- applications

  Writes the tables of states and messages in docs/applications.md from src/applications/outbox/entry-states.ts.
`;

const file = 'docs/applications.md';

await runCommand({ help }, async () => {
  await writeFile(file, insertStatesTable(await readFile(file, 'utf8')));
  console.log(`Wrote ${file}.`);
  return 0;
});
