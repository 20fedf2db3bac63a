/** `npm run test:full -- applications`: what becomes of applications when things go wrong. */
import { existsSync } from 'node:fs';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { UsageError } from '@/terminal/command-line';
import { serveSite } from '@scripts/local/site/site-server';
import { inboxFile, inboxPort, siteDir, siteEnv, sitePort } from '../../scripts/test/ports';
import { killBrowsers } from './kills';
import { playSituations } from './situations';
import { startService } from './service';
import { situations } from './table';

export const parts = ['situations', 'kills'] as const;

export type ApplicationsPart = (typeof parts)[number];

export interface ApplicationsOptions {
  readonly parts: readonly ApplicationsPart[];
  /** Times that a browser is killed. */
  readonly kills: number;
  readonly seed: number;
  /** Only situations with this in their name are played. */
  readonly situation: string | undefined;
  /** Of so many situations one is played, another one each day. */
  readonly every: number;
}

type Print = (line: string) => void;

/** Serves the site of the browser tests with its inbox, built first unless `TEST_SITE_BUILT` says that it is there. */
async function serve(print: Print): Promise<() => Promise<unknown>> {
  if (process.env['TEST_SITE_BUILT'] !== '1' || !existsSync(siteDir))
    await build({
      config: readConfig({ ...process.env, ...siteEnv, CONTENT_SOURCE: 'files' }),
      outDir: siteDir,
      progress: print,
    });
  const service = await startService(inboxPort, inboxFile);
  const site = await serveSite({ dir: siteDir, port: sitePort });
  return () => Promise.all([site.close(), service.close()]);
}

function testSituations({ situation, every }: ApplicationsOptions, print: Print): Promise<readonly string[]> {
  const day = Math.floor(Date.now() / 86_400_000);
  const chosen = situations.filter(
    ({ name }, index) => name.includes(situation ?? '') && index % every === day % every,
  );
  if (chosen.length === 0) throw new UsageError(`There is no situation with “${situation}” in its name.`);
  print(`  ${chosen.length} situations`);
  return playSituations(chosen, print);
}

const testKills = ({ kills, seed }: ApplicationsOptions, print: Print) => killBrowsers(kills, seed, print);

const tests = { situations: testSituations, kills: testKills };

/** Runs the parts, and resolves to the number of things that were wrong. */
export async function runApplications(options: ApplicationsOptions, print: Print): Promise<number> {
  let wrong = 0;
  const close = await serve(print);
  try {
    for (const part of options.parts) {
      print(`Testing ${part}`);
      const findings = await tests[part](options, print);
      for (const finding of findings) print(finding);
      print(findings.length === 0 ? 'Nothing broke.' : `${findings.length} rules were broken.`);
      wrong += findings.length;
    }
  } finally {
    await close();
  }
  return wrong;
}
