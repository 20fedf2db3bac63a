import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/install/browser';
import { siteUrl } from '../scripts/test/ports';

const executablePath = findBrowser();

export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // For machines half as fast as usual: nothing waits that long where all is well.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: siteUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // What a test makes of the network must reach the page; offline.spec.ts lets the worker in.
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
