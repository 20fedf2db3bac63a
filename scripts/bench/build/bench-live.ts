/** `npm run bench -- build --live`: measures the time from a saved file to “live”, with a real publisher. */
import { entryKey } from '@/model/types/entry';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from '@/config/environment';
import { readPublishStatus } from '@/publish/status/publisher-status';
import { readBuildRecord } from '@/publish/status/with-status';
import { hashFile } from '@/status/entry-hash';
import { entryStatus, type EntryStatus } from '@/status/entry-status';
import { formatColumns } from '../format-columns';
import { findScriptProgram } from '../script-program';
import { BenchLiveError } from './bench-live-error';
import { changeOpportunity } from './content-changes';
import { openSavingEditor } from './saving-editor';

interface LiveTimes {
  /** Time (ms) from the save until each state was shown; undefined if it was over between two looks. */
  readonly queued: number | undefined;
  readonly building: number | undefined;
  readonly live: number;
}

/** Interval (ms) at which an editor's tool would look, but shorter. */
const lookMs = 50;
const longestMs = 10 * 60_000;

/** Looks until `isDone`. Rejects with a `BenchLiveError` if the publisher has ended, or after ten minutes. */
async function until(
  isDone: () => boolean | Promise<boolean>,
  ended: () => string | undefined,
): Promise<void> {
  const started = performance.now();
  while (!(await isDone())) {
    const said = ended();
    if (said !== undefined) throw new BenchLiveError(`The publisher ended. It said:\n${said}`);
    if (performance.now() - started > longestMs)
      throw new BenchLiveError('It wasn’t live after ten minutes.');
    await wait(lookMs);
  }
}

/** Saves a change of an opportunity, and looks at its state until it is live. */
async function measureSave(
  content: string,
  site: string,
  ended: () => string | undefined,
): Promise<LiveTimes> {
  const file = await changeOpportunity(content);
  const started = performance.now();
  const at = new Date().toISOString();
  const key = entryKey({ type: 'opportunity', id: path.parse(file).name });
  const hash = hashFile(await readFile(file));
  const times = new Map<EntryStatus['is'], number>();
  await until(async () => {
    const observed = { build: await readBuildRecord(site), publish: readPublishStatus() };
    const status = entryStatus({ key, at, hash, isPublishable: true, problems: [] }, observed);
    if (status.is === 'stopped') throw new BenchLiveError('The publisher has stopped.');
    if (status.is === 'not-live') throw new BenchLiveError(`Not live: ${status.reasons.join(' ')}`);
    if (!times.has(status.is)) times.set(status.is, performance.now() - started);
    return status.is === 'live';
  }, ended);
  return { queued: times.get('queued'), building: times.get('building'), live: times.get('live') ?? NaN };
}

const seconds = (ms: number | undefined) => (ms === undefined ? '–' : (ms / 1000).toFixed(1));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** Formats a table with a row for each save, and the median and the longest of all. */
function formatLiveTable(times: readonly LiveTimes[]): string[] {
  const live = times.map((one) => one.live);
  return formatColumns(
    ['save', 'queued', 'building', 'live'],
    [
      ...times.map(({ queued, building, live }, index) => [
        String(index + 1),
        ...[queued, building, live].map(seconds),
      ]),
      ['median', '', '', seconds(median(live))],
      ['longest', '', '', seconds(Math.max(...live))],
    ],
  );
}

interface BenchLiveOptions {
  /** The folder of the content, which is changed. */
  readonly content: string;
  /** A folder for the releases, which is emptied. */
  readonly dir: string;
  readonly port: number;
  readonly saves: number;
  /** Ports of the local editor, whose form then shows the states; undefined to look at them without one. */
  readonly editorPorts: readonly [port: number, inboxPort: number] | undefined;
  readonly env: Environment;
  readonly print: (line: string) => void;
}

/** Starts a publisher, saves changes one after another, and prints the table of seconds. Rejects with a `BenchLiveError`. */
export async function benchLive(options: BenchLiveOptions): Promise<void> {
  const { content, dir, port, saves, editorPorts, env, print } = options;
  await rm(dir, { recursive: true, force: true });
  const { file, args } = findScriptProgram('scripts/publish-local.ts', [
    '--to',
    dir,
    '--listen',
    String(port),
  ]);
  const source = { ...env, CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  const child = spawn(file, args, {
    env: { ...source, WEBHOOK_TOKEN: 'for this measurement alone' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (one: string) => chunks.push(one));
  const exited = once(child, 'exit');
  const ended = () =>
    child.exitCode === null && child.signalCode === null ? undefined : chunks.join('').slice(-2000);
  const isIdle = () => {
    const status = readPublishStatus();
    const isOurs = status?.process?.pid === child.pid;
    if (isOurs && status?.failed) throw new BenchLiveError(`Not published: ${status.failed.reason}`);
    return (
      isOurs &&
      status?.published !== undefined &&
      status.building === undefined &&
      status.queued === undefined
    );
  };
  const closing: (() => Promise<void>)[] = [];
  try {
    print('Publishing for the first time');
    await until(isIdle, ended);
    const editor =
      editorPorts &&
      (await openSavingEditor({
        file: await changeOpportunity(content),
        ports: editorPorts,
        env: source,
        browser: env['CHROMIUM_PATH'],
      }));
    if (editor) closing.push(editor.close);
    const times: LiveTimes[] = [];
    for (let save = 1; save <= saves; save++) {
      // At another moment of its looks each time.
      await wait(500 + ((save * 137) % 500));
      times.push(
        editor
          ? { queued: undefined, building: undefined, live: await editor.save() }
          : await measureSave(content, path.join(dir, 'current'), ended),
      );
      print(`Save ${save} of ${saves}: live after ${seconds(times.at(-1)?.live)} s`);
      await until(isIdle, ended);
    }
    print('');
    for (const line of formatLiveTable(times)) print(line);
  } finally {
    for (const close of closing) await close();
    child.kill('SIGTERM');
    await exited;
    await rm(dir, { recursive: true, force: true });
  }
}
