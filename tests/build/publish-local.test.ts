/** Publishing to a folder of releases, as a person does on a server: what nginx serves from it is always a whole site. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '@/cache/folder-files';
import { typesByExtension } from '@scripts/docs/nginx-sections';
import { startMonitorServer, type MonitorServer } from '@/publish/monitor-server.fixture';
import { notingSpots, spotsMissed } from '../faults/machine';
import { contentsOf, differenceOf, freshFolder } from './folders';
import { nginxPath, startNginx } from './nginx';
import { runScript, stagings } from './run-build';
import { isRunning, runServing, type Serving } from './serving';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

let dir: string;
let content: string;
let monitor: MonitorServer;
let killed: Serving | undefined;
let stop: () => Promise<void> = () => Promise.resolve();
let origin = '';

const command = (...args: string[]) =>
  runScript('publish-local', ['--to', dir, ...args], { CONTENT_DIR: content });
const address = '/en/opportunities/proofread-the-tide-tables-of-the-lagoon/';
const live = () => realpathSync(`${dir}/current`).split('/').at(-1);
const get = (path: string) => fetch(origin + path, { redirect: 'manual' });

/** As it is served, where there is a server here. */
const page = async () =>
  origin === '' ? readFileSync(`${dir}/current${address}index.html`, 'utf8') : (await get(address)).text();

beforeAll(async () => {
  dir = `${await freshFolder('publish-local')}/site`;
  content = await copyOfSmallContent('content/published');
  monitor = await startMonitorServer();
});
afterAll(async () => {
  killed?.signal('SIGKILL');
  await monitor.close();
  await stop();
});

describe('npm run publish:local', () => {
  it('puts a verified site into a new folder, and says where', async () => {
    const spots = `${path.dirname(dir)}/spots`;
    const run = await runScript('publish-local', ['--to', dir], {
      CONTENT_DIR: content,
      MONITOR_URL: monitor.url,
      ...notingSpots(spots),
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('as release 1 in ');
    expect(monitor.calls.map(({ address }) => address)).toEqual(['POST /start', 'POST ']);
    // Or tests of faults would say that all is well where nothing went wrong.
    expect(spotsMissed(spots)).toEqual([]);
    expect(run.stdout.trimEnd().endsWith(`${dir}/current`)).toBe(true);
    expect(readdirSync(dir).toSorted()).toEqual(['current', 'releases']);
    if (nginxPath !== undefined) ({ origin, stop } = await startNginx(dir));
    expect(await page()).toContain('A list of the lines that differ.');
  });

  it('leaves what is live alone where it is ended by force, and ends the renderer too', async () => {
    const before = contentsOf(`${dir}/current`);
    // Where nothing has changed, nothing would be rendered.
    await changeEntry(content, 'settings/site', (entry) =>
      inLanguage(entry, 'en', { tagline: 'Help from any desk.' }),
    );
    killed = runServing('publish-local', ['--to', dir], { CONTENT_DIR: content, MONITOR_URL: monitor.url });
    await killed.saying('Rendering pages');
    if (process.platform === 'linux') await expect.poll(killed.children).toHaveLength(1);
    const children = killed.children();
    killed.signal('SIGKILL');
    expect(await killed.exited).toEqual([null, 'SIGKILL']);
    await expect.poll(() => children.filter(isRunning), { timeout: 10_000 }).toEqual([]);
    expect(live()).toBe('1');
    expect(contentsOf(`${dir}/current`)).toEqual(before);
  });

  it('publishes what changed after that, clears what was left, and goes back without a build', async () => {
    const words = { deliverable: 'Twelve files, each shorter than a page.' };
    await changeEntry(content, 'opportunities/proofread-tide-tables', (entry) =>
      inLanguage(entry, 'en', words),
    );
    const spots = `${path.dirname(dir)}/spots-after-edit`;
    const run = await runScript('publish-local', ['--to', dir], {
      CONTENT_DIR: content,
      MONITOR_URL: monitor.url,
      ...notingSpots(spots, 'after an edit'),
    });
    expect(run.stderr).toBe('');
    // There is no former site whose files could be removed.
    expect(spotsMissed(spots, 'after an edit')).toEqual(['while files of the former site are removed']);
    expect(run.stdout).toContain(`To go back: npm run publish:local -- --to ${dir} --rollback`);
    expect(stagings().filter((name) => name.startsWith(`run-${killed?.pid}-`))).toEqual([]);
    expect(await page()).toContain(words.deliverable);

    expect(run.stdout).toContain('Copying unchanged files too, so that the new release shares none');
    const inodes = (number: number) => {
      const files = [...listFiles(`${dir}/releases/${number}`)];
      return new Set(files.map((file) => statSync(`${dir}/releases/${number}${file}`).ino));
    };
    expect(inodes(1).intersection(inodes(2)).size).toBe(0);

    const back = await command('--rollback');
    expect(back.stdout).toContain('Release 1 is live instead of 2.');
    expect(await page()).not.toContain(words.deliverable);
    expect(differenceOf(`${dir}/current`, `${dir}/releases/1`)).toBeUndefined();
    expect((await command('--list')).stdout).toMatch(/^ {2}2 {2}.*\n\* 1 {2}.*\n$/);
  });

  it('gives each release a manifest that sha256sum checks, and serves it to nobody', async () => {
    const check = ['--check', '--strict', '--quiet', '../2.sha256'];
    const { status, stdout, stderr } = spawnSync('sha256sum', check, {
      cwd: `${dir}/releases/2`,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    if (origin !== '') expect((await get('/../1.sha256')).status).toBe(404);
    const { code, stdout: said } = await command('--check');
    expect(code).toBe(0);
    expect(said).toMatch(/^ {2}2 {2}is whole \(\d+ files\)\n\* 1 {2}is whole \(\d+ files\)\n$/);
  });
});

describe.runIf(nginxPath)('nginx, with the configuration that is shipped', () => {
  it('knows the type of every file but those of Pagefind', () => {
    const names = readdirSync(`${dir}/current`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    const extensions = new Set(names.filter((name) => name.includes('.')).map((name) => path.extname(name)));
    const unknown = [...extensions].filter((extension) => !(extension.slice(1) in typesByExtension));
    expect(unknown.toSorted()).toEqual(['.pagefind', '.pf_fragment', '.pf_index', '.pf_meta']);
  });

  it('compresses texts, and sends them with their types', async () => {
    const answer = await get('/fr/missions/');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe(readFileSync(`${dir}/current/fr/missions/index.html`, 'utf8'));
    const paths = ['/en/app.webmanifest', '/en/opportunities/calendar.ics', '/data/v1/index.json'];
    const types = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('content-type')));
    expect(types).toEqual([
      'application/manifest+json',
      'text/calendar; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
  });

  it('has a page for what isn’t there in the language of the address', async () => {
    const languageOf = async (path: string) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      return /<html lang="(\w+)"/.exec(await answer.text())?.[1];
    };
    const paths = ['/en/nowhere', '/fr/nulle/part/', '/es/nada', '/nowhere', '/_headers'];
    expect(await Promise.all(paths.map(languageOf))).toEqual(['en', 'fr', 'es', 'en', 'en']);
  });

  it('leads on from a folder’s name and from a campaign’s short address', async () => {
    const folder = await get('/fr/missions');
    expect([folder.status, folder.headers.get('location')]).toEqual([301, '/fr/missions/']);
    const rules = readFileSync(`${dir}/current/_redirects`, 'utf8').split('\n');
    const [from = '', to = ''] = rules.find((rule) => rule.startsWith('/en/c/'))?.split(' ') ?? [];
    expect(await (await get(from)).text()).toContain(`content="0; url=${to}"`);
    expect((await get(to)).status).toBe(200);
  });
});
