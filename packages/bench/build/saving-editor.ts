/** The real local editor in a browser, for `npm run bench -- build --live`: it saves, and waits for “live”. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Environment } from '@/config/environment';
import { choosePort } from '@scripts/local/listen';
import { BenchError, findScriptProgram } from './measure-command';

interface SavingEditor {
  /** Writes another summary, presses Save and resolves to the time (ms) until the form says that it is live. */
  readonly save: () => Promise<number>;
  readonly close: () => Promise<void>;
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

/** Starts the editor. Resolves to its address and how to end it. Rejects with a `BenchError` if it ends by itself. */
async function startEditor(env: Environment) {
  const [port, inboxPort] = [String(await choosePort(0)), String(await choosePort(0))];
  const { file, args } = findScriptProgram('scripts/dev.ts', '--port', port, '--inbox-port', inboxPort);
  const dev = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(dev, 'exit');
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    dev.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const found = / {2}Editor {2}(\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    dev.once('exit', () => reject(new BenchError(`The editor ended. It said:\n${said.slice(-2000)}`)));
  });
  const close = async () => {
    dev.kill('SIGTERM');
    await ended;
  };
  return { address, close };
}

/**
 * Opens the editor with the form of an opportunity that is live; the opportunity's file is in English first. Rejects with a
 * `BenchError` if the editor doesn't start.
 */
export async function openSavingEditor(
  file: string,
  env: Environment,
  browser: Browser,
): Promise<SavingEditor> {
  const { address, close } = await startEditor(env);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await page.goto(address);
    await page.getByRole('searchbox').waitFor({ timeout: longestMs });
    const { name } = path.parse(file);
    await page.evaluate((entry) => (location.hash = `#/opportunity/${entry}`), name);
    const summary = page.locator('#field-en-summary');
    await untilSaid(page, 'live since');
    let saves = 0;
    const save = async () => {
      await summary.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(`A summary that was written ${++saves} times over.`);
      const started = performance.now();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await untilSaid(page, 'another version');
      await untilSaid(page, 'live since');
      return performance.now() - started;
    };
    return { save, close };
  } catch (error) {
    await close();
    throw error;
  }
}
