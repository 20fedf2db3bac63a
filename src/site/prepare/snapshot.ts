/** The content of one build on disk, so that every process of the build has the same. */
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { readRenderConfig } from '@/config/render-config';
import type { Content } from '@/pipeline/content';

/** Writes a snapshot so that no reader sees an incomplete one. */
export async function writeSnapshot(file: string, content: Content): Promise<void> {
  await writeFile(`${file}.partial`, JSON.stringify(content));
  await rename(`${file}.partial`, file);
}

let loaded: { readonly version: string; readonly content: Promise<Content> } | undefined;

async function read(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}

/** Loads the content to render: the snapshot, again if it changes. */
export async function loadContent(): Promise<Content> {
  const { snapshot } = readRenderConfig();
  const { ino, mtimeMs } = await stat(snapshot);
  const version = `${ino} ${mtimeMs}`;
  if (loaded?.version !== version) loaded = { version, content: read(snapshot) };
  return loaded.content;
}
