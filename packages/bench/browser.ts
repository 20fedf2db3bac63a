/** Opens a browser for benchmarks and screenshots, with the same settings on every machine. */
import { chromium, type Browser, type CDPSession } from '@playwright/test';

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

/** Makes a page as slow as a cheap phone on a poor connection: 400 kbit/s, 400 ms there and back, a sixth of this machine's speed. */
export async function slowDown(session: CDPSession): Promise<void> {
  const bytesPerSecond = 400_000 / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}
