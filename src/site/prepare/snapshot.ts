/** The content of one build on disk, so that every process of the build has the same. */
import { existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { readCommandConfig } from '@/config/config';
import { readRenderConfig } from '@/config/render-config';
import type { Content } from '@/pipeline/content';
import { prepareContent } from './prepare';

/** Writes a snapshot so that no reader sees an incomplete one. */
export async function writeSnapshot(file: string, content: Content): Promise<void> {
  await writeFile(`${file}.partial`, JSON.stringify(content));
  await rename(`${file}.partial`, file);
}

/** Interval (ms) between two checks for the snapshot. */
const lookEvery = 20;

/** Waits for the snapshot: the renderer starts while the content is still being read, and is ended if that fails. */
async function untilWritten(file: string): Promise<void> {
  while (!existsSync(file)) await setTimeout(lookEvery);
}

let loaded: { readonly version: string; readonly content: Promise<Content> } | undefined;

async function read(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}

/**
 * Loads the content to render: the snapshot, reloaded if it changes; without one (when types are checked) the source,
 * once per process.
 */
export async function loadContent(): Promise<Content> {
  const { snapshot: file } = readRenderConfig();
  if (file !== undefined) await untilWritten(file);
  const version = file === undefined ? '' : await stat(file).then(({ ino, mtimeMs }) => `${ino} ${mtimeMs}`);
  if (loaded?.version !== version) {
    const content =
      file === undefined
        ? prepareContent(readCommandConfig('report'), () => undefined).then(({ content, making }) => {
            making.stop();
            return content;
          })
        : read(file);
    loaded = { version, content };
  }
  return loaded.content;
}
