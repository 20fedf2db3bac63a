/** Converts the texts of a build to HTML in advance, in a process that would otherwise wait, for the renderer. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { readRenderConfig } from '@/config/render-config';
import type { RawEntry } from '@/model/types/entry';
import { mapEntry } from '@/model/fields/walk';
import type { Content } from '../content';
import { markdownToHtml } from './markdown';

/** Texts that are converted before other tasks get a turn, such as the signal that ends the build. */
const atATime = 20;

/** There are thousands of these entries. Their pages show the texts with headings from level 3. */
const types: ReadonlySet<string> = new Set(['opportunity', 'organization']);

const keyOf = (markdown: string) => createHash('sha256').update(markdown).digest('base64url');

function markdownOf({ entries }: Content): Set<string> {
  const texts = new Set<string>();
  for (const entry of entries.filter(({ type }) => types.has(type))) {
    const collect = (_meta: unknown, value: unknown) => {
      if (typeof value === 'string') texts.add(value);
      return value;
    };
    mapEntry(entry as unknown as RawEntry, collect, 'markdown');
  }
  return texts;
}

/**
 * Writes the HTML of all texts to a file, so that no reader sees an incomplete one. Rejects with the system's error
 * or the signal's reason.
 */
export async function writeTextHtml(file: string, content: Content, signal: AbortSignal): Promise<void> {
  const made: [key: string, html: string][] = [];
  for (const markdown of markdownOf(content)) {
    if (made.length % atATime === 0) await setImmediate();
    signal.throwIfAborted();
    made.push([keyOf(markdown), markdownToHtml(markdown)]);
  }
  await writeFile(`${file}.partial`, JSON.stringify(made));
  await rename(`${file}.partial`, file);
}

let loaded: ReadonlyMap<string, string> | undefined;

function madeTexts(): ReadonlyMap<string, string> | undefined {
  if (loaded) return loaded;
  const { texts: file } = readRenderConfig();
  if (file !== undefined && existsSync(file))
    loaded = new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][]);
  return loaded;
}

/**
 * Like `markdownToHtml`, but uses the converted texts, which saves half a millisecond each. The first pages may be
 * rendered before the file exists, and the development server has none.
 */
export function renderTextHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  const made = topHeading === 3 ? madeTexts()?.get(keyOf(markdown)) : undefined;
  return made ?? markdownToHtml(markdown, topHeading);
}
