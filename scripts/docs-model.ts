/** `npm run docs:model`: writes `docs/model.md` from the model. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { renderModel } from '@/model/docs';
import { runCommand } from './command';

const help = `npm run docs:model

  Writes docs/model.md, the reference of all fields, from src/model.
`;

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  await writeFile('docs/model.md', renderModel());
  console.log('Wrote docs/model.md.');
  return 0;
});
