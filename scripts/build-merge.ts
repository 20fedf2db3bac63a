/** `npm run build:merge`: builds the site with the pages of shards. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const shardsDir = '.local/shards';

const help = `npm run build:merge [-- --out DIR] [SHARD ...]

  Builds the site into DIR (dist) as npm run build does, but takes pages from the folders that npm run build -- --shard
  has made: those named, or all below .local/shards/. It renders what no shard has, and what has changed meanwhile, so the
  site is the same as without shards.
`;

function listShards(): string[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(shardsDir);
  } catch {
    // There are none.
  }
  return names.toSorted().map((name) => path.join(shardsDir, name));
}

await runCommand(
  {
    help,
    options: { out: { type: 'string', default: 'dist' } },
    allowPositionals: true,
    outcome: 'Not published.',
  },
  async ({ values, positionals }) => {
    const shards = positionals.length > 0 ? positionals : listShards();
    if (shards.length === 0)
      throw new UsageError(
        `There is no shard below ${shardsDir}/. Make them with npm run build -- --shard, or name their folders.`,
      );
    const { readCommandConfig } = await import('@/config/config');
    const config = readCommandConfig('build');
    const { buildAndPrint } = await import('./build/build-and-print');
    return buildAndPrint({ config, outDir: values.out, shards, print: (line) => console.log(line) });
  },
);
