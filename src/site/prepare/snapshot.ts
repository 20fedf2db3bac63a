/** The content of one build, on disk, so that every stage and process of the build sees the same. */
import { existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { commandConfig } from '@/config/config';
import { renderConfig } from '@/config/render';
import type { Content } from '@/pipeline/content';
import { prepare } from './prepare';

/** Writes it so that nobody ever reads half of it. */
export async function writeSnapshot(file: string, content: Content): Promise<void> {
  await writeFile(`${file}.partial`, JSON.stringify(content));
  await rename(`${file}.partial`, file);
}

/** How often (ms) is looked for it. */
const lookEvery = 20;

/** The renderer is started while the content is still being read. It is ended where that fails. */
async function untilWritten(file: string): Promise<void> {
  while (!existsSync(file)) await setTimeout(lookEvery);
}

let loaded: { readonly version: string; readonly content: Promise<Content> } | undefined;

async function read(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}

/**
 * The content to render: the snapshot, which is waited for, and read again only where it has been written anew; without
 * one (types are checked) straight from the source, once a process.
 */
export async function loadContent(): Promise<Content> {
  const { snapshot: file } = renderConfig();
  if (file !== undefined) await untilWritten(file);
  const version = file === undefined ? '' : await stat(file).then(({ ino, mtimeMs }) => `${ino} ${mtimeMs}`);
  if (loaded?.version !== version) {
    const content =
      file === undefined
        ? prepare(commandConfig('report'), () => undefined).then(({ content, making }) => {
            making.stop();
            return content;
          })
        : read(file);
    loaded = { version, content };
  }
  return loaded.content;
}
