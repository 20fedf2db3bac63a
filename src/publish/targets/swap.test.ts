import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { recoverFromSwap, swapFolders } from './swap';

const folder = temporaryFolder();

/** A site that can be told from others by its one page. */
const writeSite = (name: string) => path.dirname(folder.write(`${name}/index.html`, name));
const pageOf = (name: string) => folder.read(`${name}/index.html`);
const names = () => readdirSync(folder.at()).toSorted();
const dist = () => folder.at('dist');

describe('swapFolders', () => {
  it('puts the new site in the place of the previous one, and says where that is', () => {
    const aside = swapFolders(writeSite('new'), writeSite('dist'));
    expect(pageOf('dist')).toBe('new');
    expect(pageOf(path.basename(aside ?? ''))).toBe('dist');
  });

  it.each([true, false])('takes all of it back where the rest fails (over a site: %s)', (isOverSite) => {
    const staging = writeSite('new');
    if (isOverSite) writeSite('dist');
    const before = names();
    const failing = () => {
      expect(pageOf('dist')).toBe('new');
      throw new Error('The disk is full.');
    };
    expect(() => swapFolders(staging, dist(), failing)).toThrow('The disk is full.');
    expect(names()).toEqual(before);
    expect(before.map(pageOf)).toEqual(before);
  });
});

describe('after a swap that was cut short', () => {
  it('the previous site is put back where there is none', () => {
    writeSite('.dist.previous-site');
    recoverFromSwap(dist());
    expect(names()).toEqual(['dist']);
    expect(pageOf('dist')).toBe('.dist.previous-site');
  });

  it('what is left of it is removed where there is a new one', () => {
    for (const name of ['dist', '.dist.previous-site', '.dist.removed-site']) writeSite(name);
    recoverFromSwap(dist());
    expect(names()).toEqual(['dist']);
    expect(pageOf('dist')).toBe('dist');
  });

  it('what was half deleted is never put back', () => {
    writeSite('.dist.removed-site');
    recoverFromSwap(dist());
    expect(names()).toEqual([]);
  });

  it('what people have put there stays', () => {
    for (const name of ['dist', 'dist.previous', '.other.previous-site', '.dist.removed']) writeSite(name);
    const before = names();
    recoverFromSwap(dist());
    expect(names()).toEqual(before);
  });
});

/** A process that swaps and is killed by itself at the nth rename, before or after it. */
function swapKilled(rename: number, when: 'before' | 'after'): void {
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const real = fs.renameSync;
    let count = 0;
    fs.renameSync = (from, to) => {
      count += 1;
      if (count === ${rename} && '${when}' === 'before') process.kill(process.pid, 'SIGKILL');
      real(from, to);
      if (count === ${rename}) process.kill(process.pid, 'SIGKILL');
    };
    syncBuiltinESMExports();
    const { swapFolders } = await import(${JSON.stringify(folder.at('swap.mjs'))});
    swapFolders(${JSON.stringify(folder.at('new'))}, ${JSON.stringify(dist())});
  `;
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
}

describe('a swap that is killed', () => {
  beforeEach(() => {
    buildSync({
      entryPoints: [path.join(import.meta.dirname, 'swap.ts')],
      outfile: folder.at('swap.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  });

  it.each([
    [1, 'before', 'dist'],
    [1, 'after', 'dist'],
    [2, 'before', 'dist'],
    [2, 'after', 'new'],
    [3, 'before', 'new'],
    [3, 'after', 'new'],
  ] as const)(
    'at its %i. rename, %s it, leaves a whole site for the next build: %s',
    (rename, when, served) => {
      writeSite('new');
      writeSite('dist');
      swapKilled(rename, when);
      recoverFromSwap(dist());
      expect(names().filter((name) => name.includes('dist'))).toEqual(['dist']);
      expect(pageOf('dist')).toBe(served);
    },
  );
});
