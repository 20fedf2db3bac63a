/** WebKitGTK's own small browser, driven over WebDriver, on a display of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, By } from 'selenium-webdriver';
import { freePorts } from '@scripts/test/free-ports';
import { guarded } from '@scripts/test/guarded';
import type { OpenEngine } from './engine';

/** It comes with the library. */
const findBrowser = () => globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0] ?? '';

/** Starts a virtual display. Resolves to its name: `:1` */
async function startDisplay(): Promise<{ display: string; process: ChildProcess }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const child = guarded(
    spawn('Xvfb', args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }),
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    (child.stdio[3] as Readable).once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return { display: `:${number}`, process: child };
}

export const openWebKit: OpenEngine = async () => {
  const [port = 0] = await freePorts(1);
  const { display, process: screen } = await startDisplay();
  const server = guarded(
    spawn('WebKitWebDriver', [`--port=${port}`], {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        // The machine may have no graphics, and containers let no program build a sandbox.
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/status`).catch(() => undefined))) await wait(50);
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: findBrowser(), args: ['--automation'] },
    })
    .build();
  const capabilities = await driver.getCapabilities();
  return {
    name: `WebKitGTK ${String(capabilities.get('browserVersion'))}`,
    evaluate: (expression) => driver.executeScript(`return ${expression}`),
    click: (selector) => driver.findElement(By.css(selector)).click(),
    type: (selector, text) => driver.findElement(By.css(selector)).sendKeys(text),
    close: async () => {
      // It may have ended by itself.
      await driver.quit().catch(() => {});
      server.kill();
      screen.kill();
    },
  };
};
