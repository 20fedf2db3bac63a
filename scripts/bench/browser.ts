/** A browser for measuring and for pictures, the same on every machine. */
import { chromium, type Browser } from '@playwright/test';

/** Nothing of the browser's own may go over the line or draw on the graphics card. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Servers of this machine have certificates of their own.
  '--ignore-certificate-errors',
];

/** Starts one, with a port for Lighthouse where it is given. The caller closes it. */
export function openBrowser(executablePath: string | undefined, debuggingPort?: number): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args:
      debuggingPort === undefined ? quietFlags : [...quietFlags, `--remote-debugging-port=${debuggingPort}`],
  });
}
