import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatProblem } from '@/model/problems';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { hashFile } from '@/status/entry-hash';
import { OperatorError } from '@/model/operator-error';
import { createFilesSource } from './files-source';

const content = temporaryFolder();
const read = () => createFilesSource(content.at()).read(() => undefined);
const mark = () => createFilesSource(content.at()).mark();

describe('filesSource', () => {
  it('refuses a folder without entries, since the site would be empty', async () => {
    await mkdir(content.at('opportunities'));
    const pulling = read();
    await expect(pulling).rejects.toThrow(`The content folder ${content.at()} has no entry.`);
    await expect(pulling).rejects.toBeInstanceOf(OperatorError);
  });

  it('knows at once how many files there are', async () => {
    expect(await createFilesSource(content.at('nowhere')).countEntries?.()).toBe(0);
    for (const name of ['a.yml', 'b.yml']) content.write(`stories/${name}`, '');
    expect(await createFilesSource(content.at()).countEntries?.()).toBe(2);
  });

  it('has a mark that changes with each file, but not with temporary ones', async () => {
    for (const folder of ['stories', 'media']) await mkdir(content.at(folder));
    const marks = [await mark()];
    const steps = [
      () => content.write('stories/a.yml', 'a'),
      () => content.write('stories/a.yml', 'ab'),
      () => content.write('media/a.png', 'a'),
      () => rm(content.at('stories/a.yml')),
    ];
    for (const step of steps) {
      await step();
      marks.push(await mark());
    }
    expect(new Set(marks).size).toBe(5);
    content.write('stories/.a.yml.partial', 'a');
    expect(await mark()).toBe(marks[4]);
    await expect(createFilesSource(content.at('nowhere')).mark()).rejects.toThrow('ENOENT');
  });

  it('tells the version of each file, also of one that can’t be read', async () => {
    content.write('stories/good.yml', 'en:\n  title: A\n');
    content.write('stories/bad.yml', 'en: [');
    const { hashes } = await read();
    expect([...(hashes ?? [])].toSorted()).toEqual([
      ['story/bad', hashFile(Buffer.from('en: ['))],
      ['story/good', hashFile(Buffer.from('en:\n  title: A\n'))],
    ]);
  });

  /** Pulls a folder with one more thing in `opportunities`. */
  async function pullWith(name: string, make: (place: string) => Promise<unknown>) {
    await mkdir(content.at('opportunities'), { recursive: true });
    await make(content.at('opportunities', name));
    const { entries, problems } = await read();
    return {
      entries,
      said: problems.map((problem) => formatProblem(problem).replaceAll(`${content.at()}/`, '')),
    };
  }

  it('names each file in a folder among the entries, so that as many count as left out', async () => {
    const { entries, said } = await pullWith('archive.yml', async (place) => {
      await mkdir(path.join(place, 'old/.hidden'), { recursive: true });
      await writeFile(path.join(place, 'a.yml'), 'en: {title: A}\n');
      await writeFile(path.join(place, 'old/b.yml'), 'en: {title: B}\n');
      await writeFile(path.join(place, 'old/notes.txt'), 'Call back');
      await writeFile(path.join(place, 'old/.hidden/c.yml'), 'en: {title: C}\n');
    });
    expect(entries).toEqual([]);
    const moved = 'is in a folder among the entries, where it isn’t read — Move it into opportunities.';
    expect(said).toEqual([
      `opportunities/archive.yml/a.yml: ${moved}`,
      `opportunities/archive.yml/old/b.yml: ${moved}`,
      `opportunities/archive.yml/old/notes.txt: ${moved}`,
    ]);
  });

  it('refuses an entry that is in no type’s folder, since nobody would see it', async () => {
    content.write('pages/about.yml', 'en: {title: About}\n');
    content.write('README.md', 'What this is');
    await expect(read()).resolves.toMatchObject({ problems: [] });
    content.write('contact.yml', 'en: {title: Contact}\n');
    const pulling = read();
    await expect(pulling).rejects.toThrow(
      `${content.at('contact.yml')} is in no type’s folder, so the site wouldn’t show it.`,
    );
    await expect(pulling).rejects.toBeInstanceOf(OperatorError);
  });

  it('leaves out links by name', async () => {
    const { entries, said } = await pullWith('a.yml', async (place) => {
      await writeFile(place, 'en: {title: A}\n');
      for (const [name, target] of Object.entries({
        'b.yml': 'a.yml',
        'c.yml': '/nowhere/about.yml',
        up: '..',
      }))
        await symlink(target, path.join(path.dirname(place), name));
    });
    expect(entries.map(({ id }) => id)).toEqual(['a']);
    const fault =
      'is a symbolic link, and links aren’t followed — Put what it leads to in its place, or delete it.';
    expect(said).toEqual(['b.yml', 'c.yml', 'up'].map((name) => `opportunities/${name}: ${fault}`));
  });

  it.each(['stories', 'brand', 'brand/logo.svg', 'i18n/en.json'])(
    'refuses a link in place of %s',
    async (name) => {
      await mkdir(content.at(path.dirname(name)), { recursive: true });
      await symlink('/etc', content.at(name));
      const pulling = read();
      await expect(pulling).rejects.toThrow(
        `${content.at(name)} is a symbolic link, and links aren’t followed.`,
      );
      await expect(pulling).rejects.toBeInstanceOf(OperatorError);
    },
  );

  it('has a mark whatever links lead to', async () => {
    await symlink('loop', content.at('loop'));
    await expect(mark()).resolves.toEqual(expect.any(String));
  });
});
