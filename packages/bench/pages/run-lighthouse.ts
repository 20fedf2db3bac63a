/** Runs Lighthouse on a page, with its own simulated phone, and reads its four scores. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installPackages } from '@scripts/install/command-packages';

export interface LighthouseScores {
  /** Performance, accessibility, best practices, search engines: 0 to 100. */
  readonly all: readonly number[];
  /** Audits with a weight and a score below 100, as `id (score): title`. */
  readonly lost: readonly string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The part of Lighthouse's report that is read. */
const reportSchema = z.object({
  categories: z.record(
    z.enum(categories),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), title: z.string() })),
});

const folder = path.resolve(import.meta.dirname, '..');

/** Installs Lighthouse, which only this command needs, if it is missing. Throws a `PackagesError` if it fails. */
export const ensureLighthouse = (print: (line: string) => void): void =>
  installPackages({ folder, name: 'Lighthouse' }, print);

const lighthouseProgram = `${folder}/node_modules/lighthouse/cli/index.js`;

const runProgram = promisify(execFile);

/** The largest report (bytes). Reports contain pictures of the page. */
const maxReportBytes = 100_000_000;

/**
 * Runs Lighthouse in a browser that was started with `debuggingPort`. A page that isn't meant to be `indexed`, such as
 * the saved list or the page for missing addresses, loses no points for that.
 */
export async function runLighthouse(
  debuggingPort: number,
  address: string,
  { indexed }: { readonly indexed: boolean },
): Promise<LighthouseScores> {
  const options = [
    `--port=${debuggingPort}`,
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`,
    ...(indexed ? [] : ['--skip-audits=is-crawlable']),
  ];
  const { stdout } = await runProgram(process.execPath, [lighthouseProgram, address, ...options], {
    maxBuffer: maxReportBytes,
  });
  const result = reportSchema.parse(JSON.parse(stdout));
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
  return { all: categories.map(score), lost };
}
