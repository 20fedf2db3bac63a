/** Opens a browser for benchmarks and screenshots, with the same settings on every machine. */
import { chromium, type Browser } from '@playwright/test';

/** Flags that stop the browser's own requests and its use of the graphics card, which would distort the figures. */
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

/** Starts a browser, with a debugging port if Lighthouse needs one. The caller closes it. */
export function openBrowser(executablePath: string | undefined, debuggingPort?: number): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args:
      debuggingPort === undefined ? quietFlags : [...quietFlags, `--remote-debugging-port=${debuggingPort}`],
  });
}
