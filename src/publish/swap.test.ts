import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover, swap } from './swap';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A site that can be told from others by its one page. */
function writeSite(name: string): string {
  const site = path.join(folder, name);
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), name);
  return site;
}

const pageOf = (name: string) => readFileSync(path.join(folder, name, 'index.html'), 'utf8');

describe('swap', () => {
  it('puts the new site in the place of the previous one, and says where that is', () => {
    const aside = swap(writeSite('new'), writeSite('dist'));
    expect(pageOf('dist')).toBe('new');
    expect(pageOf(path.basename(aside ?? ''))).toBe('dist');
  });

  it.each([['over a site'], ['where there was none']])(
    'takes all of it back, %s, where the rest fails',
    (where) => {
      const staging = writeSite('new');
      const dist = where === 'over a site' ? writeSite('dist') : path.join(folder, 'dist');
      const before = readdirSync(folder);
      const failing = () => {
        expect(pageOf('dist')).toBe('new');
        throw new Error('The disk is full.');
      };
      expect(() => swap(staging, dist, failing)).toThrow('The disk is full.');
      expect(readdirSync(folder)).toEqual(before);
      expect(pageOf('new')).toBe('new');
      if (where === 'over a site') expect(pageOf('dist')).toBe('dist');
    },
  );
});

/** Linux and macOS give no process a number this large. */
const dead = 'dist.previous-99999999';
const alive = `dist.previous-${process.pid}`;

describe('after a swap that was cut short', () => {
  it('the previous site is put back where there is none', () => {
    writeSite(dead);
    recover(path.join(folder, 'dist'));
    expect(readdirSync(folder)).toEqual(['dist']);
    expect(pageOf('dist')).toBe(dead);
  });

  it('what is left of it is removed where there is a new one', () => {
    writeSite('dist');
    writeSite(dead);
    recover(path.join(folder, 'dist'));
    expect(readdirSync(folder)).toEqual(['dist']);
    expect(pageOf('dist')).toBe('dist');
  });

  it('what running builds and people have put there stays', () => {
    for (const name of [alive, 'dist.previous-old', 'other.previous-99999999']) writeSite(name);
    const before = readdirSync(folder);
    recover(path.join(folder, 'dist'));
    expect(readdirSync(folder)).toEqual(before);
  });
});
