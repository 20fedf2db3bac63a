/** `npm run build`: builds the configured content into `dist/`. */
import { runCommand } from './command';

const help = `npm run build [-- --out DIR]

  Reads the content (CONTENT_SOURCE, CONTENT_DIR or CONTENTFUL_…), builds the site and puts it in DIR (dist).
  The previous site stays untouched until the new one is verified. docs/operators.md lists every variable.
`;

const options = { out: { type: 'string', default: 'dist' } } as const;

await runCommand({ help, options, outcome: 'Not published.' }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { readCommandConfig } = await import('@/config/config');
  const config = readCommandConfig('build');
  const { build } = await import('@/publish/build/build');
  const { reportLocation, summarize } = await import('@/publish/report');
  const { reportOutcome } = await import('@/publish/notices/report-outcome');
  const print = (line: string) => console.log(line);
  const { prepared, pages, isUnchanged, duration } = await reportOutcome(
    build({ config, outDir: values.out, progress: print }),
    { config, to: values.out, print },
  );
  for (const line of summarize(prepared)) console.log(line);
  console.log(reportLocation);
  if (isUnchanged)
    console.log(`${values.out}/ is up to date, ${pages} pages, after ${(duration / 1000).toFixed(1)} s.`);
  else console.log(`Built ${pages} pages into ${values.out}/ in ${(duration / 1000).toFixed(1)} s.`);
  return 0;
});
