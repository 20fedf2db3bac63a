/** The files of `public/` on a site: as they are, published with what changed, and never in the place of a generated one. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '@/config/config';
import { replaceableFiles } from '@/config/values';
import { publish, type BuildResult } from '@/publish/build/build';
import { openReleaseTarget } from '@/publish/releases/release-target';
import { liveRelease, releaseNote } from '@/publish/releases/releases';
import {
  compareWithManifest,
  hashFiles,
  manifestFile,
  parseManifest,
  type Manifest,
} from '@/publish/targets/manifest';
import { findMaker } from '@/sources/files/public-files';
import { contentsOf, freshFolder } from './folders';
import { siteNow } from './run-build';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

/** More than is read at once. */
const large = randomBytes(9_000_000);

const files: Readonly<Record<string, string | Buffer>> = {
  'notes.txt': 'Notes',
  'notes.txt.gz': 'Not made of the notes',
  'films/Été 2026, n° 1.MP4': large,
  'guide/index.html': '<!doctype html><a href="/nowhere/">A dead link</a>',
  '.well-known/security.txt': 'Contact: mailto:safe@example.org\n',
  'robots.txt': 'User-agent: *\nDisallow: /guide/\n',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
  '.gitkeep': '',
  '.env': 'PASSWORD=1234',
};

let root: string;
let content: string;

/** Writes a file of `public/`. */
async function write(name: string, text: string | Buffer): Promise<void> {
  const file = `${root}/public/${name}`;
  await mkdir(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function release(name: string, env: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const result: BuildResult = await publish({
    config: readConfig({
      CONTENT_DIR: content,
      PUBLIC_DIR: `${root}/public`,
      PUBLIC_MAY_REPLACE: replaceableFiles.join(','),
      SITE_NOW: siteNow,
      ...env,
    }),
    target: await openReleaseTarget(`${root}/${name}`),
    progress: (line) => lines.push(line),
  });
  return { ...result, lines };
}

/** The manifest of the live release. */
function manifest(): Manifest {
  const file = manifestFile(releaseNote(`${root}/site`, liveRelease(`${root}/site`) ?? 0));
  return parseManifest(readFileSync(file, 'utf8')) ?? new Map();
}

const site = (name = 'site') => `${root}/${name}/current`;

beforeAll(async () => {
  root = await freshFolder('public-files');
  content = await copyOfSmallContent('public-files/content');
  await changeEntry(content, 'pages/about', (fields) =>
    inLanguage(fields, 'en', { body: 'Read our [guide](/guide/) and the [notes](/notes.txt).' }),
  );
  for (const [name, text] of Object.entries(files)) await write(name, text);
  symlinkSync('notes.txt', `${root}/public/link.txt`);
});

describe('the files of public/', () => {
  it('are on the site as they are, but for names that begin with a dot', async () => {
    const { lines } = await release('site');
    const published = contentsOf(site());
    for (const [name, text] of Object.entries(files)) {
      if (['.gitkeep', '.env'].includes(name)) expect(published.has(name), name).toBe(false);
      else expect(readFileSync(`${site()}/${name}`).equals(Buffer.from(text)), name).toBe(true);
    }
    expect(statSync(`${site()}/link.txt`).isFile()).toBe(true);
    expect(readFileSync(`${site()}/link.txt`, 'utf8')).toBe('Notes');
    expect(lines.filter((line) => line.includes('.env'))).toHaveLength(1);
    expect(lines.filter((line) => /\.gitkeep|nowhere/.test(line))).toEqual([]);
    expect(manifest()).toEqual(await hashFiles(site()));
    const about = await readFile(`${site()}/en/info/about/index.html`, 'utf8');
    expect(about).toContain('<a href="/guide/">guide</a>');
  });

  it('are all in what the workflow deploys', async () => {
    // As on the machine that builds, and then on the one that deploys.
    const machine = await freshFolder('public-files/machine');
    symlinkSync(path.resolve(site()), `${machine}/dist`);
    const { jobs } = parse(await readFile('.github/workflows/publish.yml', 'utf8')) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
    };
    const commandOf = (job: string, word: string) =>
      jobs[job]?.steps.flatMap(({ run }) => run ?? []).find((run) => run.includes(word)) ?? '';
    for (const command of [commandOf('build', 'artifact.tar'), commandOf('cloudflare', 'artifact.tar')])
      await promisify(execFile)('bash', ['-e', '-c', command], { cwd: machine });
    expect(await compareWithManifest(manifest(), `${machine}/site`)).toEqual([]);
  });

  it('have no address that the program may want', () => {
    const own = new Set([...Object.keys(files), 'link.txt']);
    const made = [...contentsOf(site()).keys()].filter((name) => !name.endsWith('/') && !own.has(name));
    expect(made.filter((name) => findMaker(`/${name}`) === undefined)).toEqual([]);
    for (const name of replaceableFiles) expect(findMaker(`/${name}`), name).toBeDefined();
  });

  it('are taken into account where nothing else has changed', async () => {
    expect((await release('site')).isUnchanged).toBe(true);
    await write('notes.txt', 'Other notes');
    await write('films/new.txt', 'New');
    for (const gone of ['guide/index.html', 'notes.txt.gz']) rmSync(`${root}/public/${gone}`);
    await changeEntry(content, 'pages/about', (fields) => inLanguage(fields, 'en', { body: 'No guide.' }));
    const { isUnchanged, lines } = await release('site');
    expect(isUnchanged).toBe(false);
    expect(lines.join('\n')).not.toContain('Everything is made again');
    expect(contentsOf(site()).has('guide/index.html')).toBe(false);
    expect(contentsOf(site()).has('notes.txt.gz')).toBe(false);
    expect(readFileSync(`${site()}/link.txt`, 'utf8')).toBe('Other notes');
    await release('whole');
    expect(contentsOf(site())).toEqual(contentsOf(site('whole')));
    const film = statSync(`${site()}/films/Été 2026, n° 1.MP4`);
    rmSync(`${root}/public/films/new.txt`);
    expect((await release('site')).isUnchanged).toBe(false);
    // Not copied again: it is the second release that gets its own files.
    expect(statSync(`${site()}/films/Été 2026, n° 1.MP4`).ino).toBe(film.ino);
    expect(contentsOf(site()).has('films/new.txt')).toBe(false);
  });

  it('are refused with a secret, also in a large file', async () => {
    const text = Buffer.alloc(large.length, 'Nothing to see here. ');
    text.write('WEBHOOK-secret-0123456789', 4_194_290);
    await write('films/subtitles.txt', text);
    await expect(release('site', { WEBHOOK_TOKEN: 'WEBHOOK-secret-0123456789' })).rejects.toThrow(
      'The value of WEBHOOK_TOKEN stands in films/subtitles.txt.',
    );
  });
});
