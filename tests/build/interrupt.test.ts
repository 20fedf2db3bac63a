/** Commands that are stopped, or find that they can't start: nothing is left running, and nothing half done. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { assertPortFree } from '@scripts/local/listen';
import { startMonitorServer } from '@/publish/monitor-server.fixture';
import { freePorts } from '@scripts/test/free-ports';
import { guarded } from '@scripts/test/guarded';
import { contentsOf, freshFolder, writePreviousSite } from './folders';
import { plainEnv, stagings } from './run-build';
import { isRunning, runServing, type Serving } from './serving';
import { changeEntry, copyOfSmallContent, inLanguage, smallContent } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

const env = { CONTENT_DIR: smallContent };
const serving: Serving[] = [];

function run(...args: Parameters<typeof runServing>): Serving {
  const one = runServing(...args);
  serving.push(one);
  return one;
}

afterEach(() => {
  for (const one of serving.splice(0)) one.signal('SIGKILL');
});

describe('a build that is interrupted', () => {
  it.each([
    ['Rendering pages', 'SIGTERM'],
    ['Indexing for search', 'SIGINT'],
  ] as const)('while it says “%s”, twice by %s, leaves the live site alone', async (stage, signal) => {
    const folder = await freshFolder('interrupted');
    const live = await writePreviousSite(`${folder}/dist`);
    const monitor = await startMonitorServer();
    // Long enough for the build to write into what was removed.
    monitor.delay = 1000;
    const build = run('build', ['--out', `${folder}/dist`], { ...env, MONITOR_URL: monitor.url });
    await build.saying(stage);
    if (stage === 'Rendering pages' && process.platform === 'linux') {
      await expect.poll(build.children).not.toEqual([]);
    }
    const children = build.children();
    build.signal(signal);
    build.signal(signal);
    expect(await build.exited).toEqual([null, signal]);
    // A step that is under way may still say that it has ended.
    expect(build.said()).toMatch(/^Interrupted; nothing was published\.$/m);
    // Or the monitor would wait for its end.
    await monitor.close();
    expect(monitor.calls.map(({ address }) => address)).toEqual(['POST /start', 'POST /fail']);
    expect(monitor.calls[1]?.text).toContain('was interrupted');
    // The indexer ends by itself when nobody is there to read what it says.
    await expect.poll(() => children.filter(isRunning), { timeout: 10_000 }).toEqual([]);
    expect(contentsOf(`${folder}/dist`)).toEqual(live);
    expect(readdirSync(folder).toSorted()).toEqual(['.dist.lock', 'dist']);
    expect(stagings().filter((name) => name.startsWith(`run-${build.pid}-`))).toEqual([]);
  });
});

async function startSite(name: string, content: string) {
  const dir = `${await freshFolder(name)}/dist`;
  const site = run('start', ['--port', '0', '--inbox-port', '0', '--out', dir], { CONTENT_DIR: content });
  await site.saying('Ctrl+C stops both.');
  const portOf = (what: string) =>
    Number(new RegExp(`${what} +http://[a-z0-9.]+:(\\d+)/`).exec(site.said())?.[1]);
  const port = portOf('Site');
  return { site, dir, port, inboxPort: portOf('Inbox'), origin: `http://localhost:${port}` };
}

describe('npm start', () => {
  it('serves a site that is built anew, whole, during the build and after it, and stops at once', async () => {
    const content = await copyOfSmallContent('rebuilt/content');
    const { site, dir, port, inboxPort, origin } = await startSite('rebuilt/site', content);
    // The port was to be any free one; forms and links that need the whole address have it all the same.
    expect(await (await fetch(`${origin}/en/`)).text()).toContain(
      `<link rel="canonical" href="${origin}/en/"`,
    );

    const title = 'Read a great many notebooks that are far longer than the former ones were';
    const rename = (fields: Record<string, unknown>) => inLanguage(fields, 'en', { title });
    await changeEntry(content, 'opportunities/relire-carnets', rename);
    // A folder that is named with a slash and leads to another: what it leads to is what is served.
    const link = `${path.dirname(dir)}/link`;
    await symlink('dist', link);
    const build = run('build', ['--out', `${link}/`], { CONTENT_DIR: content });
    let isBuilt = false;
    const built = build.exited.finally(() => (isBuilt = true));
    while (!isBuilt) {
      const answer = await fetch(`${origin}/en/opportunities/`);
      expect([answer.status, (await answer.text()).trimEnd().slice(-7)]).toEqual([200, '</html>']);
      await setTimeout(100);
    }
    expect(await built).toEqual([0, null]);
    expect(readdirSync(path.dirname(dir)).toSorted()).toEqual(['.dist.lock', 'dist', 'link']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(await (await fetch(`${origin}/en/opportunities/`)).text()).toContain(title);
    // With a visitor connected.
    const agent = new Agent({ keepAlive: true });
    const [answer] = (await once(get(`${origin}/en/`, { agent }), 'response')) as [IncomingMessage];
    await once(answer.resume(), 'end');
    site.signal('SIGHUP');
    expect(await site.exited).toEqual([0, null]);
    expect(site.said()).toMatch(/Stopped\.$/);
    agent.destroy();
    for (const one of [port, inboxPort]) await assertPortFree(one);
  });

  it('says before it builds that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = String((other.address() as { port: number }).port);
    const site = run('start', ['--port', '0', '--inbox-port', taken], env);
    expect(await site.exited).toEqual([1, null]);
    expect(site.said()).toBe(
      `\nNot started.\nPort ${taken} is taken by another program. Stop it, or choose another port.`,
    );
    other.close();
  });
});

describe('npm', () => {
  it('leaves no inbox running when it alone is told to end', async () => {
    const [port = 0] = await freePorts(1);
    const args = ['run', 'local:inbox', '--', '--port', String(port), '--file', `${runDir}/build/npm.jsonl`];
    const npm = guarded(
      spawn('npm', args, { detached: true, env: plainEnv(), stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    for await (const chunk of npm.stdout as AsyncIterable<Buffer>) {
      if (chunk.includes('Inbox on')) break;
    }
    npm.kill('SIGTERM');
    await expect.poll(() => assertPortFree(port), { timeout: 10_000 }).toBeUndefined();
  });
});
