/** A real browser with a profile that outlives it, in a process group of its own, so that all of it can be killed at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../../scripts/install/browser';

export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends every process of the browser with SIGKILL, as a crash or an empty battery does. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

/** A browser that says nothing for so long (ms) after its start won't start. */
const patience = 20_000;

/** Resolves to the address under which the browser takes commands. Rejects where it ends or says nothing. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The browser said nothing for 20 s.')), patience);
    browser.once('exit', (code) => reject(new Error(`The browser ended with ${String(code)}.`)));
    if (browser.stderr)
      createInterface({ input: browser.stderr }).on('line', (line) => {
        const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
  });
}

/** Starts a browser with the profile in a folder, which is made where there is none. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  const browser = spawn(
    ensureBrowser(console.log),
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-breakpad',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-GB',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(browser, 'exit');
  const kill = async () => {
    try {
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    await exited;
  };
  try {
    const connection = await chromium.connectOverCDP(await addressOf(browser));
    const [context] = connection.contexts();
    if (!context) throw new Error('The browser has no window.');
    return { context, page: context.pages()[0] ?? (await context.newPage()), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
