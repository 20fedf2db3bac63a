import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/install/browser';
import { freePorts } from '../scripts/test/free-ports';
import { runDir } from '../scripts/test/run-folder';

// `npm test` has chosen them already, and the workers get what the runner has.
if (!process.env['TEST_PORT']) {
  const [sitePort, inboxPort] = await freePorts(2);
  Object.assign(process.env, { TEST_PORT: String(sitePort), TEST_INBOX_PORT: String(inboxPort) });
}
const { siteUrl } = await import('../scripts/test/ports');

const executablePath = findBrowser();
const isCi = Boolean(process.env['CI']);
/** `npm test` counts the tests from a file; without one the report would be printed. */
const countsReport: ['json'][] = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json']] : [];
const htmlReport: ['html', object] = [
  'html',
  { open: 'never', outputFolder: `../${runDir}/playwright-report` },
];

export default defineConfig({
  testDir: './browser',
  globalSetup: './browser/list-pages.ts',
  outputDir: `../${runDir}/results`,
  fullyParallel: true,
  // Each keeps a processor busy.
  workers: Math.min(4, Math.max(2, availableParallelism())),
  forbidOnly: isCi,
  retries: 0,
  // For machines half as fast as usual: nothing waits that long where all is well.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...countsReport, ...(isCi ? [htmlReport] : [])],
  use: {
    // Traces would add a script to every frame, which the browser reports where a frame forbids scripts.
    trace: 'off',
    // Continuous integration saves these. They slow tests, so not on developers' machines.
    screenshot: isCi ? 'only-on-failure' : 'off',
    baseURL: siteUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // Routes that a test sets must reach the page; offline.spec.ts and offline-networks.spec.ts allow the worker.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx tests/server.ts',
    cwd: '..',
    url: siteUrl,
    stdout: 'pipe',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
