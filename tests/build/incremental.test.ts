/**
 * A publish that takes unchanged files over gives, to the byte, the site of a publish that makes everything: after random
 * edits, and where the live site was damaged. What the last publish left is not used where it doesn't fit.
 */
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { editorTranslator } from '@/i18n/editor';
import { build } from '@/publish/build/build';
import { openLastPublish } from '@/publish/incremental/last-publish';
import { publishCacheFile } from '@/publish/incremental/last-publish';
import { openFolderTarget } from '@/publish/targets/deploy-target';
import { createRandom } from '@bench/content/random';
import type { KeyComparison } from '../incremental/compare-keys';
import { makeEdits } from '../incremental/edits';
import { contentsOf, freshFolder } from './folders';
import { runBuild, siteNow } from './run-build';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

const now = Date.parse(siteNow);

/** Compares the keys of all files with their bytes in a process of its own, after each of so many histories of edits. */
async function compareKeys(seed: number, histories: number): Promise<KeyComparison> {
  const root = await freshFolder(`incremental-keys-${seed}`);
  const folder = await copyOfSmallContent(`incremental-keys-${seed}/content`);
  const values = [folder, path.resolve(root, 'work'), now, histories, seed].map(String);
  const program = ['--import', 'tsx', 'tests/incremental/compare-keys.ts', ...values];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return JSON.parse(stdout) as KeyComparison;
}

// A publish takes over what has the same key. Two processes, since each keeps the code that it has loaded.
it('sixteen histories of edits never leave a file the same key and give it other bytes', async () => {
  const found = await Promise.all([11, 12].map((seed) => compareKeys(seed, 8)));
  for (const { same, changed, wrong } of found) {
    expect(wrong).toEqual([]);
    expect(same).toBeGreaterThan(1000);
    expect(changed).toBeGreaterThan(100);
  }
}, 300_000);

describe('a publish after another', () => {
  let content: string;
  let dir: string;
  let whole: ReturnType<typeof contentsOf>;
  let lines: string[];

  async function publish(outDir = dir): Promise<void> {
    lines = [];
    const config = readConfig({ CONTENT_DIR: content, SITE_NOW: siteNow });
    await build({ config, outDir, progress: (line) => lines.push(line) });
  }

  /** The number of pages that the last publish rendered; undefined if it was all. */
  const rendered = () => {
    const count = /(\d+) pages were rendered/.exec(lines.join('\n'))?.[1];
    return count === undefined ? undefined : Number(count);
  };

  beforeAll(async () => {
    const root = await freshFolder('incremental');
    content = await copyOfSmallContent('incremental/content');
    dir = `${root}/site`;
    rmSync(publishCacheFile(path.resolve(dir)), { force: true });
    await publish();
    whole = contentsOf(dir);
  });

  it('leaves the site as it is where nothing has changed', async () => {
    await publish();
    expect(lines).toContain('Nothing has changed since the last publish. The live site stays as it is.');
    expect(contentsOf(dir)).toEqual(whole);
  });

  it('makes what was changed, removed or added by hand right again, says so, and renders little else', async () => {
    const file = (name: string) => `${dir}/en/${name}`;
    const damage = (name: string) =>
      writeFileSync(file(name), readFileSync(file(name), 'utf8').replace('e', 'E'));
    damage('search/index.html');
    // With its size and time as before. Node sets times to the microsecond only.
    execFileSync('cp', ['--preserve=timestamps', file('index.html'), `${dir}.copy`]);
    damage('index.html');
    execFileSync('touch', ['--reference', `${dir}.copy`, file('index.html')]);
    rmSync(file('opportunities/feed.xml'));
    rmSync(`${dir}/fr/index.html`);
    writeFileSync(file('added.html'), 'added');
    await publish();
    expect(rendered()).toBeLessThan(60);
    expect(contentsOf(dir)).toEqual(whole);
    const warnings = lines.filter((line) => line.includes('The live site was damaged in 4 files: '));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('en/index.html (changed)');
    const warning = warnings[0]?.replace('WARNING: ', '') ?? '';
    expect(editorTranslator('fr').filled(warning)).toContain('Le site en ligne était abîmé');
    await publish();
    expect(lines.join('\n')).not.toContain('damaged');
  });

  it('makes everything where what the last one left doesn’t fit', async () => {
    const target = await openFolderTarget(dir);
    const cache = publishCacheFile(path.resolve(dir));
    const bytes = readFileSync(cache);
    const reasonOf = async (other: Partial<typeof target>, version: string) => {
      const said: string[] = [];
      const last = await openLastPublish({ ...target, ...other }, version, (line) => said.push(line));
      expect(last).toBeUndefined();
      return said.join('\n');
    };
    const before = target.before && { ...target.before, manifest: 'another' };
    const reason = 'the program, its settings or the brand have changed';
    expect(await reasonOf({ before }, '')).toContain(reason);
    expect(await reasonOf({}, 'another')).toContain(reason);
    writeFileSync(cache, bytes.subarray(0, -1));
    expect(await reasonOf({}, '')).toContain('or what the last publish left is not of the site that is live');
    await publish();
    expect(rendered()).toBeUndefined();
    expect(contentsOf(dir)).toEqual(whole);
  });

  it('waits for one that is running, and has all edits', async () => {
    await makeEdits({ folder: content, now }, createRandom(7), 3);
    const env = { CONTENT_DIR: content };
    const first = runBuild(dir, env);
    await changeEntry(content, 'settings/site', (fields) =>
      inLanguage(fields, 'en', { tagline: 'Help, twice at once.' }),
    );
    const runs = await Promise.all([first, runBuild(dir, env)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.filter(({ stdout }) => stdout.includes('is running. This one waits for it.'))).toHaveLength(
      1,
    );
    const title = readFileSync(`${dir}/en/index.html`, 'utf8');
    expect(title).toContain('Help, twice at once.');
  });
});
