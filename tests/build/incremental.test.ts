/**
 * A publish that takes unchanged files over gives, to the byte, the site of a publish that makes everything: after random
 * edits, and where what the last publish left is damaged, missing or another version's. Thirty histories of edits are tried
 * file by file, two as whole publishes; `npm run test:full` tries three hundred publishes of a small site, and ten of a
 * thousand opportunities.
 */
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { publishCacheFile } from '@/publish/incremental/publish-cache';
import { generateContent } from '@scripts/bench/content/generate-content';
import { createRandom } from '@scripts/bench/content/random';
import type { KeyComparison } from '../incremental/compare-keys';
import { makeEdits, type EditedSite } from '../incremental/edits';
import { full } from '../test-scope';
import { contentsOf, freshFolder } from './folders';
import { runBuild } from './run-build';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

const start = Date.parse('2026-11-25T12:00:00Z');

/** Publishes, before each of which three to seven edits are made. */
const publishes = full ? 60 : 2;

/** A folder with a site in it, and the lines of its last build. */
class Place {
  lines: string[] = [];
  constructor(readonly dir: string) {}

  async build({ folder, now }: EditedSite, env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.lines = [];
    const config = readConfig({
      CONTENT_DIR: folder,
      SITE_NOW: new Date(now).toISOString(),
      // Random edits spoil entries, too.
      CONTENT_MAY_LACK: 'opportunity',
      CONTENT_LEFT_OUT_LIMIT: '1000,100%',
      ...env,
    });
    await build({ config, outDir: this.dir, progress: (line) => this.lines.push(line) });
  }

  get cache(): string {
    return publishCacheFile(path.resolve(this.dir));
  }

  /** Builds without what the last publish left. */
  async buildAnew(site: EditedSite): Promise<void> {
    rmSync(this.cache, { force: true });
    await this.build(site);
  }

  /** The number of pages that the last build rendered; undefined if it was all. */
  get rendered(): number | undefined {
    const line = this.lines.map((one) => /(\d+) pages were rendered/.exec(one)?.[1]).find(Boolean);
    return line === undefined ? undefined : Number(line);
  }
}

async function open(
  name: string,
  createContent: (name: string) => Promise<string> = copyOfSmallContent,
): Promise<{ site: EditedSite; one: Place; other: Place }> {
  const root = await freshFolder(name);
  const folder = await createContent(`${name}/content`);
  const site = { folder, now: start };
  const [one, other] = [new Place(`${root}/one`), new Place(`${root}/other`)];
  await one.buildAnew(site);
  return { site, one, other };
}

/** Publishes a site after random edits, so many times, and compares each time. */
async function comparePublishes(
  { site, one, other }: Awaited<ReturnType<typeof open>>,
  seed: number,
  count: number,
): Promise<void> {
  const random = createRandom(seed);
  // It redirects from the addresses of the first publish, as the site does that it is compared with.
  await other.buildAnew(site);
  expect(contentsOf(one.dir)).toEqual(contentsOf(other.dir));
  for (let publish = 1; publish <= count; publish++) {
    const made = await makeEdits(site, random, random.int(3, 7));
    await one.build(site);
    await other.buildAnew(site);
    expect(contentsOf(one.dir), `${publish}: ${made.join(', ')}`).toEqual(contentsOf(other.dir));
    expect(other.rendered).toBeUndefined();
  }
}

/** Compares the keys of all files with their bytes in a process of its own, after each of so many histories of edits. */
async function compareKeys(seed: number, histories: number): Promise<KeyComparison> {
  const root = await freshFolder(`incremental-keys-${seed}`);
  const folder = await copyOfSmallContent(`incremental-keys-${seed}/content`);
  const values = [folder, path.resolve(root, 'work'), start, histories, seed].map(String);
  const program = ['--import', 'tsx', 'tests/incremental/compare-keys.ts', ...values];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return JSON.parse(stdout) as KeyComparison;
}

describe('random edits', () => {
  // A publish takes over what has the same key. Three processes, since each keeps the code that it has loaded.
  it('never leave a file the same key and give it other bytes (thirty histories)', async () => {
    const found = await Promise.all([11, 12, 13].map((seed) => compareKeys(seed, 10)));
    for (const { same, changed, wrong } of found) {
      expect(wrong).toEqual([]);
      expect(same).toBeGreaterThan(1000);
      expect(changed).toBeGreaterThan(100);
    }
  }, 180_000);

  it.each(full ? [1, 2, 3, 4, 5] : [1])(
    'give the site of a build that makes everything (seed %i)',
    async (seed) => comparePublishes(await open(`incremental-${seed}`), seed, publishes),
    full ? 3_600_000 : 300_000,
  );

  // Ten minutes.
  it.runIf(full)(
    'do so with a thousand opportunities',
    async () => {
      const generated = async (name: string) => {
        const folder = await freshFolder(name);
        await generateContent(folder, { opportunities: 1000 }, () => undefined);
        return folder;
      };
      await comparePublishes(await open('incremental-large', generated), 6, 10);
    },
    3_600_000,
  );
});

describe('what the last publish left', () => {
  let site: EditedSite;
  let one: Place;
  let whole: ReturnType<typeof contentsOf>;
  beforeAll(async () => {
    ({ site, one } = await open('incremental-cache'));
    whole = contentsOf(one.dir);
  });

  it('leaves the site as it is where nothing has changed', async () => {
    await one.build(site);
    expect(one.lines).toContain('Nothing has changed since the last publish. The live site stays as it is.');
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('saves all pages but the few that are made each time', async () => {
    writeFileSync(`${one.dir}/added.html`, 'added');
    await one.build(site);
    expect(one.rendered).toBeLessThan(50);
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('isn’t used where it is damaged, which the build says', async () => {
    await appendFile(one.cache, ' ');
    await one.build(site);
    expect(one.rendered).toBeUndefined();
    expect(one.lines).toContain(
      'Everything is made again: what the last publish left for this one is damaged.',
    );
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('isn’t used by other settings', async () => {
    const settings = { FORMS: 'formspree', FORMSPREE_FORM_ID: 'abcdefgh' };
    await one.build(site, settings);
    expect(one.rendered).toBeUndefined();
    expect(one.lines).toContain(
      'Everything is made again: the program, its settings or the brand have changed.',
    );
    await one.build(site);
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('isn’t used for another site than the last published', async () => {
    const note = (name: string) => `.local/report/published/${one.dir.split(path.sep).join('--')}${name}`;
    const text = await readFile(note('.json'), 'utf8');
    writeFileSync(note('.json'), text.replace(/"manifest": "./, '"manifest": "x'));
    await one.build(site);
    expect(one.lines).toContain('Everything is made again: another site is live than the last published.');
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('makes those files again that were changed or removed by hand', async () => {
    const [page = '', feed = ''] = [`${one.dir}/en/index.html`, `${one.dir}/en/opportunities/feed.xml`];
    writeFileSync(page, readFileSync(page, 'utf8').replace('Volunteering', 'Sabotage'));
    rmSync(feed);
    rmSync(`${one.dir}/fr/index.html`);
    writeFileSync(`${one.dir}/en/added.html`, 'added');
    await one.build(site);
    expect(one.rendered).toBeLessThan(60);
    expect(contentsOf(one.dir)).toEqual(whole);
  });

  it('makes a file again that was changed with its size and time as before, and says so', async () => {
    const page = `${one.dir}/en/index.html`;
    // Node sets times to the microsecond only.
    execFileSync('cp', ['--preserve=timestamps', page, `${one.dir}.copy`]);
    writeFileSync(page, readFileSync(page, 'utf8').replace('e', 'E'));
    execFileSync('touch', ['--reference', `${one.dir}.copy`, page]);
    await one.build(site);
    expect(contentsOf(one.dir)).toEqual(whole);
    const warning =
      'The live site was damaged in 1 file: en/index.html (changed). This publish makes it again.';
    expect(one.lines.filter((line) => line.includes(warning))).toHaveLength(2);
    expect(readFileSync('.local/report/report.html', 'utf8')).toContain(warning);
    await one.build(site);
    expect(one.lines.join('\n')).not.toContain('damaged');
  });

  it('never writes into a file that is live', async () => {
    const page = path.join(one.dir, 'en/index.html');
    const before = readFileSync(page);
    await rename(one.dir, `${one.dir}-aside`).then(() => rename(`${one.dir}-aside`, one.dir));
    await changeEntry(site.folder, 'settings/site', (fields) =>
      inLanguage(fields, 'en', { tagline: 'Help at any hour.' }),
    );
    const { linkSync } = await import('node:fs');
    rmSync(`${one.dir}.kept`, { force: true });
    linkSync(page, `${one.dir}.kept`);
    await one.build(site);
    expect(readFileSync(`${one.dir}.kept`).equals(before)).toBe(true);
    expect(readFileSync(page).equals(before)).toBe(false);
  });
});

it('two publishes at once follow one another, and the second has all edits', async () => {
  const { site, one, other } = await open('incremental-twice');
  await other.buildAnew(site);
  await makeEdits(site, createRandom(7), 3);
  const env = { CONTENT_DIR: site.folder, SITE_NOW: new Date(site.now).toISOString() };
  const first = runBuild(one.dir, env);
  await changeEntry(site.folder, 'settings/site', (fields) =>
    inLanguage(fields, 'en', { tagline: 'Help, twice at once.' }),
  );
  const runs = await Promise.all([first, runBuild(one.dir, env)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs.filter(({ stdout }) => stdout.includes('is running. This one waits for it.'))).toHaveLength(1);
  await other.buildAnew(site);
  expect(contentsOf(one.dir)).toEqual(contentsOf(other.dir));
});
