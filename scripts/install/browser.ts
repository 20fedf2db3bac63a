/** Finds a Chromium for the tests, or installs one with Debian's packages or Playwright. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readCommandConfig, type Config } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { chromium } from '@playwright/test';
import { canInstallPackages, findOnPath, installDebianPackage } from './debian-packages';

/** No browser can be found or installed. */
export class BrowserError extends OperatorError {
  override readonly name = 'BrowserError';
}

/**
 * The shell without windows comes first. It renders pages as Chromium does, but draws no windows, which saves nearly
 * half of a test's time.
 */
const browserCommands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Only these have all settings, and do what happens without a page. */
const fullBrowserCommands = browserCommands.filter((command) => command !== 'chromium-headless-shell');

/** Returns the path of an installed browser: CHROMIUM_PATH, one on the PATH, or Playwright's own. */
export function findBrowser(
  { tools }: Pick<Config, 'tools'> = readCommandConfig('tests'),
): string | undefined {
  const { chromium: configured } = tools;
  if (configured) {
    if (existsSync(configured)) return configured;
    throw new BrowserError(
      `CHROMIUM_PATH is ${configured}, and there is no such file. Correct it, or unset it.`,
    );
  }
  const own = chromium.executablePath();
  return (
    browserCommands.map(findOnPath).find((found) => found !== undefined) ??
    (existsSync(own) ? own : undefined)
  );
}

/** Returns a browser's path; installs one if there is none, and prints what it does. Throws a `BrowserError`. */
export function ensureBrowser(print: (line: string) => void): string {
  const found = findBrowser();
  if (found) return found;
  if (canInstallPackages()) {
    // Not every version of Debian has a package for the shell.
    if (!installDebianPackage('chromium-headless-shell', print)) installDebianPackage('chromium', print);
  } else {
    print('No browser found. Installing Playwright’s Chromium.');
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new BrowserError(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

/** Returns the path of a browser that is more than the shell without windows. */
export const findFullBrowser = (): string | undefined =>
  fullBrowserCommands.map(findOnPath).find((found) => found !== undefined);

/**
 * Returns the path of a browser that grants Background Sync, which the shell without windows doesn't; installs one on
 * Debian as root. Throws a `BrowserError`.
 */
export function ensureFullBrowser(print: (line: string) => void): string {
  const found = findFullBrowser();
  if (found) return found;
  if (canInstallPackages()) installDebianPackage('chromium', print);
  const installed = findFullBrowser();
  if (installed) return installed;
  throw new BrowserError(
    'No Chromium or Chrome is on the PATH, and these tests need one that grants Background Sync. Install it.',
  );
}
