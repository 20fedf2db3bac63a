/** Lighthouse's four scores for a page, on its own simulated phone. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installPackages } from '@scripts/install/command-packages';

/** 0 to 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** What costs points: the audits that weigh something and are below 100, as `id (score): title`. */
  readonly lost: readonly string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The part of Lighthouse's report that is read. */
const report = z.object({
  categories: z.record(
    z.enum(categories),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), title: z.string() })),
});

/** It has a lock file of its own: eighty packages that nothing else needs. */
const folder = fileURLToPath(new URL('../../../vendor/lighthouse', import.meta.url));
const program = `${folder}/node_modules/lighthouse/cli/index.js`;

/** Installs Lighthouse where it isn't there yet. */
export const ensureLighthouse = (print: (line: string) => void): void =>
  installPackages({ folder, name: 'Lighthouse' }, print);

const run = promisify(execFile);

/** A report has pictures of the page in it (bytes). */
const largestReport = 100_000_000;

/**
 * Runs Lighthouse in a browser that was started with `debuggingPort`. A page that asks not to be `indexed` (what is saved,
 * an address that isn't there) isn't blamed for it: there that is what is wanted.
 */
export async function audit(
  debuggingPort: number,
  address: string,
  { indexed }: { readonly indexed: boolean },
): Promise<Scores> {
  const options = [
    `--port=${debuggingPort}`,
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`,
    ...(indexed ? [] : ['--skip-audits=is-crawlable']),
  ];
  const { stdout } = await run(process.execPath, [program, address, ...options], {
    maxBuffer: largestReport,
  });
  const result = report.parse(JSON.parse(stdout));
  const score = (category: (typeof categories)[number]) =>
    Math.round((result.categories[category].score ?? 0) * 100);
  const lost = categories.flatMap((category) =>
    score(category) === 100
      ? []
      : result.categories[category].auditRefs.flatMap(({ id, weight }) => {
          const one = result.audits[id];
          return weight > 0 && one && one.score !== null && one.score < 1
            ? [`${id} (${Math.round(one.score * 100)}): ${one.title}`]
            : [];
        }),
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lost,
  };
}
