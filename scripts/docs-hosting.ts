/** `npm run docs:hosting`: writes the nginx configurations and the table of headers from their source. */
import { readFile, writeFile } from 'node:fs/promises';
import { nginxConfigs } from '@/publish/hosts/nginx-config';
import { runCommand } from './command';
import { insertHeaderTable } from './docs/header-table';

const help = `npm run docs:hosting

  Writes hosting/*.conf and the table of headers in docs/operators.md from src/publish/hosts/site-headers.ts.
`;

const guide = 'docs/operators.md';

await runCommand({ help }, async () => {
  for (const [file, text] of Object.entries(nginxConfigs)) await writeFile(file, text);
  await writeFile(guide, insertHeaderTable(await readFile(guide, 'utf8')));
  console.log(`Wrote ${[...Object.keys(nginxConfigs), guide].join(', ')}.`);
  return 0;
});
