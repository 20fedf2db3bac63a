/** Helps tests send a folder to the stand-in and back. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '@/config/config';
import type { RawEntry } from '@/model/types/entry';
import { createFilesSource } from '@/sources/files/files-source';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { expect } from 'vitest';
import type { ContentfulServer } from '../../../tests/contentful/start';
import { pullFrom } from '../../../tests/contentful/read-space';
import { pullContent } from '../pull/pull-command';
import { pushContent } from '../push/push-command';
import { spaceEnvironment } from '../space.fixture';

/** Creates the context of a command for the folder `content`. */
export function transferContext(standIn: ContentfulServer, content: string) {
  const lines: string[] = [];
  return {
    lines,
    config: readConfig({ CONTENT_DIR: content, ...spaceEnvironment(standIn) }, 'transfer'),
    print: (line: string) => void lines.push(line),
  };
}

/** The folders that only files have: a space has entries and pictures. */
const notInSpaces = ['brand', 'i18n'];

/** Every file of entries and pictures, by path. */
export async function filesIn(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.relative(root, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || notInSpaces.includes(file.split(path.sep)[0] ?? '')) continue;
    found.set(file, (await readFile(path.join(root, file))).toString('base64'));
  }
  return found;
}

/** Copies a content folder, with every entry written as pull writes it. */
export async function writeCanonical(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const { entries } = await createFilesSource(from).read(() => undefined);
  for (const entry of entries) await writeFile(path.join(to, entryFilePath(entry)), formatEntry(entry));
}

/** Pushes a folder, pulls it into another one below `dir`, and expects the same bytes and the same entries. */
export async function expectSameAfterRoundTrip(
  standIn: ContentfulServer,
  content: string,
  dir: string,
): Promise<void> {
  const run = async (command: typeof pushContent, folder: string) => {
    const context = transferContext(standIn, folder);
    return { code: await command({}, context), lines: context.lines };
  };
  const pushed = await run(pushContent, content);
  expect(pushed.lines.at(-1)).toBe('Done.');
  expect(pushed.code).toBe(0);

  const copy = path.join(dir, 'copy');
  const pulled = await run(pullContent, copy);
  expect(pulled.code).toBe(0);
  const [before, after] = [await filesIn(content), await filesIn(copy)];
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  for (const [file, bytes] of before)
    expect({ file, same: after.get(file) === bytes }).toEqual({ file, same: true });

  const ofFiles = await createFilesSource(content).read(() => undefined);
  const { pulled: ofSpace } = await pullFrom(standIn);
  const plain = (entries: readonly RawEntry[]) =>
    entries
      // A space publishes no drafts.
      .filter(({ shared }) => shared['status'] !== 'draft')
      .map(({ id, type, locales, shared }) => ({ id, type, locales, shared }));
  expect(plain(ofSpace.entries)).toEqual(plain(ofFiles.entries));

  expect((await run(pushContent, content)).lines.at(-1)).toBe(
    'The space has this content. There’s nothing to do.',
  );
  expect((await run(pullContent, copy)).lines.at(-1)).toBe(
    `There’s nothing to write: ${copy} has what the space has.`,
  );
}
