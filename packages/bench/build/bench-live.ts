/** Measures the time from pressing Save in the local editor until its form says “live”, with a real publisher. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from '@/config/environment';
import { readPublishStatus } from '@/publish/status/publisher-status';
import { ensureBrowser } from '@scripts/install/browser';
import { choosePort } from '@scripts/local/listen';
import { openBrowser } from '../browser';
import { formatSeconds, percentile, printTable } from '../print-table';
import { changeOpportunity } from './content-changes';
import { BenchError, findScriptProgram } from './measure-command';
import { openSavingEditor } from './saving-editor';

const saveCount = 10;
const lookMs = 50;
const longestMs = 10 * 60_000;

/** A publisher that runs. */
interface Publisher {
  /** Resolves once nothing waits to be published. Rejects with a `BenchError` if the publisher has ended, or after ten minutes. */
  readonly whenIdle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a publisher that releases into the folder `dir`, which is emptied first. */
async function startPublisher(dir: string, env: Environment): Promise<Publisher> {
  await rm(dir, { recursive: true, force: true });
  const port = String(await choosePort(0));
  const { file, args } = findScriptProgram('scripts/publish-local.ts', '--to', dir, '--listen', port);
  const child = spawn(file, args, {
    env: { ...env, WEBHOOK_TOKEN: 'for this measurement alone' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (one: string) => chunks.push(one));
  const exited = once(child, 'exit');
  const isIdle = () => {
    const status = readPublishStatus();
    if (status?.process?.pid !== child.pid) return false;
    if (status?.failed) throw new BenchError(`Not published: ${status.failed.reason}`);
    return status?.published !== undefined && status.building === undefined && status.queued === undefined;
  };
  return {
    whenIdle: async () => {
      const end = performance.now() + longestMs;
      while (!isIdle()) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new BenchError(`The publisher ended. It said:\n${chunks.join('').slice(-2000)}`);
        if (performance.now() > end) throw new BenchError('It wasn’t live after ten minutes.');
        await wait(lookMs);
      }
    },
    close: async () => {
      child.kill('SIGTERM');
      await exited;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Saves changes of the folder `content` one after another, and prints the seconds of each. Rejects with a `BenchError`. */
export async function benchLive(
  content: string,
  dir: string,
  env: Environment,
  print: (line: string) => void,
): Promise<void> {
  const own = { ...env, CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  const publisher = await startPublisher(dir, own);
  const closing = [publisher.close];
  try {
    print('Publishing for the first time');
    await publisher.whenIdle();
    const browser = await openBrowser(ensureBrowser(print));
    closing.unshift(() => browser.close());
    const editor = await openSavingEditor(await changeOpportunity(content), own, browser);
    closing.unshift(editor.close);
    const times: number[] = [];
    for (let save = 1; save <= saveCount; save++) {
      // At another moment of its looks each time.
      await wait(500 + ((save * 137) % 500));
      times.push(await editor.save());
      print(`Save ${save} of ${saveCount}: live after ${formatSeconds(times.at(-1))} s`);
      await publisher.whenIdle();
    }
    printTable(
      print,
      ['saves', 'live, median', 'longest'],
      [[String(saveCount), formatSeconds(percentile(times, 50)), formatSeconds(Math.max(...times))]],
    );
  } finally {
    for (const close of closing) await close();
  }
}
