/** Builds a site for `npm run build` and `npm run build:merge`. */
import type { Config } from '@/config/config';
import { build } from '@/publish/build/build';
import { withMonitor } from '@/publish/monitor';
import { reportLocation, summarize } from '@/publish/report';

export interface BuildAndPrintOptions {
  readonly config: Config;
  /** The folder that is served. */
  readonly outDir: string;
  /** The folders of shards. */
  readonly shards?: readonly string[];
  readonly print: (line: string) => void;
}

/** Builds, and prints a summary. Resolves to the exit code; rejects like `build`. */
export async function buildAndPrint({
  config,
  outDir,
  shards = [],
  print,
}: BuildAndPrintOptions): Promise<number> {
  const { prepared, pages, isUnchanged, duration } = await withMonitor({ config, print }, (begin) =>
    build({ config, outDir, shards, progress: print, whenBegun: begin }),
  );
  for (const line of summarize(prepared)) print(line);
  print(reportLocation);
  const seconds = (duration / 1000).toFixed(1);
  if (isUnchanged) print(`${outDir}/ is up to date, ${pages} pages, after ${seconds} s.`);
  else print(`Built ${pages} pages into ${outDir}/ in ${seconds} s.`);
  return 0;
}
