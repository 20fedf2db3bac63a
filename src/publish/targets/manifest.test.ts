import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import {
  describeDifferences,
  compareWithManifest,
  formatManifest,
  hashFiles,
  parseManifest,
  sha256,
} from './manifest';

const dir = temporaryFolder();
const site = () => dir.at('site');
beforeEach(() => {
  dir.write('site/index.html', '');
  dir.write('site/en/index.html', 'abc');
});

// Of "abc" and of nothing: FIPS 180-4, as sha256sum prints them.
const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('a manifest', () => {
  it('has a line a file, sorted, as sha256sum writes it', async () => {
    expect(formatManifest(await hashFiles(site()))).toBe(
      `${ofAbc}  en/index.html\n${ofNothing}  index.html\n`,
    );
  });

  it.runIf(process.platform === 'linux')(
    'is what sha256sum checks and writes, strange names included',
    async () => {
      const names = ['a b.txt', 'back\\slash', 'new\nline', 'ünï.css', '-n'];
      for (const name of names) dir.write(`site/${name}`, name);
      const text = formatManifest(await hashFiles(site()));
      const check = ['--check', '--strict', '--quiet', dir.write('site.sha256', text)];
      expect(execFileSync('sha256sum', check, { cwd: site() })).toHaveLength(0);
      const written = execFileSync('sha256sum', ['--', ...names], { cwd: site(), encoding: 'utf8' });
      expect(parseManifest(written)).toEqual(new Map(names.map((name) => [`/${name}`, sha256(name)])));
      expect(parseManifest(text)).toEqual(await hashFiles(site()));
    },
  );

  it.each([
    ['cut short', `${ofAbc}  index.h`],
    ['empty', ''],
    ['something else', '{}\n'],
    ['cut within a hash', 'ba78\n'],
  ])('is nothing where its file is %s', (_, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  it('names the files that differ, and how', async () => {
    const manifest = await hashFiles(site());
    expect(await compareWithManifest(manifest, site())).toEqual([]);
    dir.write('site/en/index.html', 'abd');
    rmSync(dir.at('site/index.html'));
    dir.write('site/more.html', '');
    const differences = await compareWithManifest(manifest, site());
    expect(describeDifferences(differences)).toBe(
      '3 files: en/index.html (changed), index.html (missing), more.html (not in the manifest)',
    );
  });

  it('takes hashes that are known without reading', async () => {
    const hashes = await hashFiles(site(), (file) => (file === '/index.html' ? 'known' : undefined));
    expect(Object.fromEntries(hashes)).toEqual({ '/index.html': 'known', '/en/index.html': ofAbc });
  });
});
