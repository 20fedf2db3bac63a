/** `npm run sizes`: writes how large each module is, which a test keeps them to. */
import { writeFile } from 'node:fs/promises';
import { runCommand } from './command';
import { countModules, sizesFile } from './sizes/module-sizes';

const help = `npm run sizes

  Writes scripts/sizes/module-sizes.json: the lines that each module has. A test refuses one that is a tenth larger.
`;

await runCommand({ help }, async () => {
  const sizes = countModules('.');
  await writeFile(sizesFile, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(`Wrote ${sizesFile}.`);
  return 0;
});
