/** `npm run build`: builds the configured content into `dist/`. */
import type { PageShard } from '@/publish/shards/shard';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run build [-- --out DIR] [--shard I/N]

  Reads the content (CONTENT_SOURCE, CONTENT_DIR or CONTENTFUL_…), builds the site and puts it in DIR (dist).
  The previous site stays untouched until the new one is verified. docs/operators.md lists every variable.

  --shard I/N  only render part I of N of the pages, into DIR (.local/shards/I): one of several machines that share the
               work. npm run build:merge makes the site of them
`;

const options = { out: { type: 'string' }, shard: { type: 'string' } } as const;

async function readShard(text: string): Promise<PageShard> {
  const { parseShard } = await import('@/publish/shards/shard');
  const shard = parseShard(text);
  if (shard) return shard;
  throw new UsageError(`--shard is “${text}”. Give a part and how many there are: 2/4.`);
}

await runCommand({ help, options, outcome: 'Not published.' }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { readCommandConfig } = await import('@/config/config');
  const config = readCommandConfig('build');
  const print = (line: string) => console.log(line);
  if (values.shard !== undefined) {
    const shard = await readShard(values.shard);
    const outDir = values.out ?? `.local/shards/${shard.number}`;
    const { buildShard } = await import('@/publish/shards/build-shard');
    const pages = await buildShard({ config, shard, outDir, progress: print });
    print(`Rendered ${pages} pages into ${outDir}/, for npm run build:merge.`);
    return 0;
  }
  const { buildAndPrint } = await import('./build/build-and-print');
  return buildAndPrint({ config, outDir: values.out ?? 'dist', print });
});
