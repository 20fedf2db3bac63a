/** Finds a Chromium for the tests, or installs one in the way that works here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { commandConfig, type Config } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { chromium } from '@playwright/test';

/** No browser can be found or installed. */
export class BrowserError extends OperatorError {
  override readonly name = 'BrowserError';
}

/**
 * The shell without windows first: it renders as Chromium does, and spares the frame of a window that a whole browser
 * draws for each page, which is nearly half of the time of a test.
 */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function onPath(command: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Whether a package of Debian's is there afterwards. */
function installPackage(name: string): boolean {
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** The path of a browser that is here already: CHROMIUM_PATH, one on the PATH, or Playwright's own. */
export function findBrowser({ tools }: Pick<Config, 'tools'> = commandConfig('tests')): string | undefined {
  const { chromium: named } = tools;
  if (named) {
    if (existsSync(named)) return named;
    throw new BrowserError(`CHROMIUM_PATH is ${named}, and there is no such file. Correct it, or unset it.`);
  }
  const own = chromium.executablePath();
  return commands.map(onPath).find((found) => found !== undefined) ?? (existsSync(own) ? own : undefined);
}

/** A browser's path; installs one where there is none, and says what it does. Throws a `BrowserError`. */
export function ensureBrowser(print: (line: string) => void): string {
  const found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && onPath('apt-get')) {
    print('No browser found. Installing Debian’s Chromium (apt-get), about 10 s.');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    // Not every Debian has the shell as a package of its own.
    if (!installPackage('chromium-headless-shell')) installPackage('chromium');
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
