/** `npm run docs -- config`: writes the example of an environment file and the table of variables from their source. */
import { readFile, writeFile } from 'node:fs/promises';
import { runCommand } from './command';
import { formatExampleFile, insertVariablesTable } from './docs/variables-table';

const help = `npm run docs -- config

  Writes .env.example and the table of variables in docs/operators.md from src/config/variables.ts.
`;

const guide = 'docs/operators.md';
const example = '.env.example';

await runCommand({ help }, async () => {
  await writeFile(example, formatExampleFile());
  await writeFile(guide, insertVariablesTable(await readFile(guide, 'utf8')));
  console.log(`Wrote ${example}, ${guide}.`);
  return 0;
});
