/** The real local editor in a browser, for `npm run bench -- build --live --editor`: it saves, and waits for “live”. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Environment } from '@/config/environment';
import { openBrowser } from '../browser';
import { findScriptProgram } from '../script-program';
import { BenchLiveError } from './bench-live-error';

interface SavingEditor {
  /** Writes another summary, presses Save and resolves to the time (ms) until the form says that it is live. */
  readonly save: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface SavingEditorOptions {
  /** The file of the opportunity, which is in English first. */
  readonly file: string;
  /** Two free ports. */
  readonly ports: readonly [port: number, inboxPort: number];
  readonly env: Environment;
  /** The browser's program; undefined for Playwright's own. */
  readonly browser: string | undefined;
}

/** A wait (ms) after which something is wrong. */
const longestMs = 120_000;

const statusLine = '.publication p';

/** Waits for the line of the form. Looks often, since that is what is measured. */
const untilSaid = (page: Page, pattern: string) =>
  page.waitForFunction(
    ([selector, wanted]) =>
      new RegExp(wanted ?? '').test(document.querySelector(selector ?? '')?.textContent ?? ''),
    [statusLine, pattern],
    { timeout: longestMs, polling: 50 },
  );

/** Opens the editor with the form of an opportunity that is live. Rejects with a `BenchLiveError` if it doesn't start. */
export async function openSavingEditor({
  file,
  ports,
  env,
  browser,
}: SavingEditorOptions): Promise<SavingEditor> {
  const [port, inboxPort] = ports;
  const program = findScriptProgram('scripts/dev.ts', [
    '--port',
    String(port),
    '--inbox-port',
    String(inboxPort),
  ]);
  const dev = spawn(program.file, program.args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(dev, 'exit');
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    dev.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const found = / {2}Editor {2}(\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    dev.once('exit', () => reject(new BenchLiveError(`The editor ended. It said:\n${said.slice(-2000)}`)));
  });
  const opened = await openBrowser(browser);
  const page = await opened.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await page.goto(address);
  await page.getByRole('searchbox').waitFor({ timeout: longestMs });
  const { name } = path.parse(file);
  await page.evaluate((entry) => (location.hash = `#/opportunity/${entry}`), name);
  const summary = page.locator('#field-en-summary');
  await untilSaid(page, 'live since');
  let saves = 0;
  return {
    save: async () => {
      await summary.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(`A summary that was written ${++saves} times over.`);
      const started = performance.now();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await untilSaid(page, 'another version');
      await untilSaid(page, 'live since');
      return performance.now() - started;
    },
    close: async () => {
      await opened.close();
      dev.kill('SIGTERM');
      await ended;
    },
  };
}
