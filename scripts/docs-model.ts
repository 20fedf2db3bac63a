/** `npm run docs -- model`: writes `docs/model.md` from the model. */
import { writeFile } from 'node:fs/promises';
import { runCommand } from './command';
import { renderModel } from './docs/model-reference';

const help = `npm run docs -- model

  Writes docs/model.md, the reference of all fields, from src/model.
`;

await runCommand({ help }, async () => {
  await writeFile('docs/model.md', renderModel());
  console.log('Wrote docs/model.md.');
  return 0;
});
