/** `npm run test:applications`: what becomes of applications when things go wrong. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { UsageError } from '@/terminal/command-line';
import { startInbox } from '@scripts/local/inbox/inbox';
import { serveSite } from '@scripts/local/site/site-server';
import { ensureFullBrowser } from '../../scripts/install/browser';
import { inboxFile, inboxPort, siteDir, siteEnv, sitePort } from '../../scripts/test/ports';
import { killBrowsers } from './kills';
import { findBroken, situations } from './situations';

export const parts = ['situations', 'browser', 'kills'] as const;

export type ApplicationsPart = (typeof parts)[number];

export interface ApplicationsOptions {
  readonly parts: readonly ApplicationsPart[];
  /** Times that a browser is killed. */
  readonly kills: number;
  readonly seed: number;
  /** The name of the only situation that is played. */
  readonly situation: string | undefined;
}

type Print = (line: string) => void;

/** Serves the site of the browser tests with its inbox, built first unless `TEST_SITE_BUILT` says that it is there. */
async function testKills({ kills, seed }: ApplicationsOptions, print: Print): Promise<readonly string[]> {
  if (process.env['TEST_SITE_BUILT'] !== '1' || !existsSync(siteDir))
    await build({
      config: readConfig({ ...process.env, ...siteEnv, CONTENT_SOURCE: 'files' }),
      outDir: siteDir,
      progress: print,
    });
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  const site = await serveSite({ dir: siteDir, port: sitePort });
  try {
    return await killBrowsers(kills, seed, print);
  } finally {
    await Promise.all([site.close(), inbox.close()]);
  }
}

async function testSituations({ situation }: ApplicationsOptions, print: Print): Promise<readonly string[]> {
  const chosen = situations.filter(({ name }) => situation === undefined || name === situation);
  if (chosen.length === 0) throw new UsageError(`There is no situation “${situation}”.`);
  print(`  ${chosen.length} situations`);
  return findBroken(chosen);
}

const specs = ['tests/browser/one-sender.spec.ts', 'tests/browser/pages-tell.spec.ts'];

/** Plays those in a browser, as `npm run test:full` does. */
function testBrowser({ situation }: ApplicationsOptions, print: Print): Promise<readonly string[]> {
  ensureFullBrowser(print);
  const alone = situation === undefined ? [] : [`--grep=${RegExp.escape(situation)}`];
  const { status } = spawnSync(
    'playwright',
    ['test', '--config=tests/playwright.config.ts', ...specs, ...alone],
    { stdio: 'inherit' },
  );
  return Promise.resolve(status === 0 ? [] : ['A test in a browser failed: see above.']);
}

const tests = { situations: testSituations, browser: testBrowser, kills: testKills };

/** Runs the parts, and resolves to the number of things that were wrong. */
export async function runApplications(options: ApplicationsOptions, print: Print): Promise<number> {
  let wrong = 0;
  for (const part of options.parts) {
    print(`Testing ${part}`);
    const findings = await tests[part](options, print);
    for (const finding of findings) print(finding);
    print(findings.length === 0 ? 'Nothing broke.' : `${findings.length} rules were broken.`);
    wrong += findings.length;
  }
  return wrong;
}
