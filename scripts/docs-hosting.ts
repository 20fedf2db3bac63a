/** `npm run docs -- hosting`: writes the nginx configurations and the table of headers from their source. */
import { readFile, writeFile } from 'node:fs/promises';
import { runCommand } from './command';
import { insertHeaderTable } from './docs/header-table';
import { insertNginxSections, nginxFiles } from './docs/nginx-sections';

const help = `npm run docs -- hosting

  Writes the headers into hosting/nginx*.conf and into docs/operators.md, from src/publish/hosts/site-headers.ts.
`;

const guide = 'docs/operators.md';

await runCommand({ help }, async () => {
  for (const file of nginxFiles) await writeFile(file, insertNginxSections(await readFile(file, 'utf8')));
  await writeFile(guide, insertHeaderTable(await readFile(guide, 'utf8')));
  console.log(`Wrote ${[...nginxFiles, guide].join(', ')}.`);
  return 0;
});
