/** `npm run build`: builds the configured content into `dist/`. */
import { parseArgs } from 'node:util';
import { build } from '@/publish/build';
import { describeFailure } from '@/publish/failure';
import { summarize } from '@/publish/report';

const help = `npm run build [-- --out DIR]

  Reads the content (CONTENT_SOURCE, CONTENT_DIR or CONTENTFUL_…), builds the site and puts it in DIR (dist).
  The previous site stays untouched until the new one is verified. docs/operators.md lists every variable.
`;

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) {
  console.log(help);
} else {
  try {
    const { prepared, pages, duration } = await build({
      env: process.env,
      outDir: values.out,
      progress: (line) => console.log(line),
    });
    for (const line of summarize(prepared)) console.log(line);
    console.log(`Built ${pages} pages into ${values.out}/ in ${(duration / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(`\nNot published.\n${describeFailure(error)}`);
    process.exitCode = 1;
  }
}
