import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readConfig } from '@/config/config';
import { markConfigured } from '../configured-source';
import { listPublicFiles } from './public-files';

const folder = temporaryFolder();
let root = '';
let dir = '';
beforeEach(() => {
  root = folder.at();
  dir = folder.at('public');
  mkdirSync(folder.at('content'));
  mkdirSync(dir);
});

function write(...names: readonly string[]): void {
  for (const name of names) folder.write(`public/${name}`, name);
}

const configOf = (env: Readonly<Record<string, string>> = {}) =>
  readConfig({ PUBLIC_DIR: dir, CONTENT_DIR: folder.at('content'), ...env });

/** Returns the addresses, and what is said. */
function list(env?: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const files = listPublicFiles(configOf(env), (line) => lines.push(line));
  return { paths: files.map((file) => file.path), lines };
}

describe('the files that are published as they are', () => {
  it('are all but those with names that begin with a dot', () => {
    write('B.txt', 'a b/é.pdf', '.well-known/did.json', '.gitkeep', 'a b/.DS_Store', '.git/config', '.env');
    expect(list()).toEqual({
      paths: ['/.well-known/did.json', '/B.txt', '/a b/é.pdf'],
      lines: ['.env', '.git'].map(
        (name) => `Not published, since its name begins with a dot: ${path.join(dir, name)}`,
      ),
    });
  });

  it('may be none', () => {
    expect(list().paths).toEqual([]);
    const { public: settings, content } = readConfig({});
    expect(
      listPublicFiles({ public: { ...settings, dir: folder.at('none') }, content }, () => undefined),
    ).toEqual([]);
  });

  it('may be links to each other, and to nothing else', () => {
    write('a.txt', 'folder/b.txt');
    folder.write('private.txt', '');
    symlinkSync('folder/b.txt', path.join(dir, 'link.txt'));
    expect(list().paths).toEqual(['/a.txt', '/folder/b.txt', '/link.txt']);
    symlinkSync('../private.txt', path.join(dir, 'outside.txt'));
    symlinkSync('nowhere', path.join(dir, 'broken'));
    symlinkSync('folder', path.join(dir, 'linked-folder'));
    symlinkSync('..', path.join(dir, 'up'));
    expect(list).toThrow(`4 files of ${dir} can’t be published:`);
    for (const name of ['outside.txt', 'broken', 'linked-folder', 'up'])
      expect(list).toThrow(`${path.join(dir, name)} leads out of ${dir}, or is no file.`);
  });

  it.each([
    [
      'en/hello.txt',
      'the pages in English, which the program makes. Rename it, or move it into another folder.',
    ],
    ['EN', 'the pages in English'],
    ['assets/site.css', 'styles, scripts and fonts'],
    ['.well-known', 'the contact for security problems'],
    ['Robots.TXT.gz', 'the rules for search engines'],
    [
      'robots.txt',
      'the rules for search engines, which the program makes. Remove it, or publish it instead with PUBLIC_MAY_REPLACE=icon.svg,robots.txt.',
    ],
  ])('are never %s', (name, reason) => {
    write(name);
    expect(() => list({ PUBLIC_MAY_REPLACE: 'icon.svg' })).toThrow(
      `${path.join(dir, name)} has the address of ${reason}`,
    );
  });

  it('are the operator’s in the place of others where that is set', () => {
    write('robots.txt', 'icon.svg', 'favicon.ico', 'english/a.txt');
    expect(list({ PUBLIC_MAY_REPLACE: ' robots.txt, icon.svg' }).paths).toHaveLength(4);
    expect(() => configOf({ PUBLIC_MAY_REPLACE: 'sw.js' })).toThrow('PUBLIC_MAY_REPLACE is “sw.js”.');
  });

  it('are never in a folder with the content, or with the program', () => {
    expect(() => list({ PUBLIC_DIR: root })).toThrow(
      `PUBLIC_DIR is “${root}”, so that everything in ${root}/content would be published as it is.`,
    );
    expect(() => list({ PUBLIC_DIR: '.' })).toThrow('PUBLIC_DIR is “.”, so that everything in');
    expect(() => list({ PUBLIC_DIR: `${root}/none` })).toThrow('there is no such folder');
  });

  it('are watched with the content', async () => {
    const marks = [await markConfigured(configOf())];
    for (const name of ['a.txt', '.well-known/a.txt']) {
      write(name);
      marks.push(await markConfigured(configOf()));
    }
    rmSync(path.join(dir, 'a.txt'));
    marks.push(await markConfigured(configOf()));
    expect(new Set(marks).size).toBe(4);
    write('.hidden');
    expect(await markConfigured(configOf())).toBe(marks.at(-1));
  });
});
