/** `npm run build`: builds the configured content into `dist/`. */
import { parseArgs } from 'node:util';
import { build } from '@/publish/build';
import { summarize } from '@/publish/report';
import { runCommand } from './command';

const help = `npm run build [-- --out DIR]

  Reads the content (CONTENT_SOURCE, CONTENT_DIR or CONTENTFUL_…), builds the site and puts it in DIR (dist).
  The previous site stays untouched until the new one is verified. docs/operators.md lists every variable.
`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { prepared, pages, duration } = await build({
    env: process.env,
    outDir: values.out,
    progress: (line) => console.log(line),
  });
  for (const line of summarize(prepared)) console.log(line);
  console.log(`Built ${pages} pages into ${values.out}/ in ${(duration / 1000).toFixed(1)} s.`);
  return 0;
}, 'Not published.');
