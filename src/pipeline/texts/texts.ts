/** The texts of one build as HTML, on disk: made by the process that has the time, for the one that renders pages. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { renderConfig } from '@/config/render';
import type { RawEntry } from '@/model/types/entry';
import { mapEntry } from '@/model/fields/walk';
import type { Content } from '../content';
import { markdownToHtml } from './markdown';

/** Texts that are made before others get their turn, such as the signal that ends the build. */
const atATime = 20;

/** Of these there are thousands; pages show their texts below headings of the page's own, so that theirs begin at 3. */
const types: ReadonlySet<string> = new Set(['opportunity', 'organization']);

const keyOf = (markdown: string) => createHash('sha256').update(markdown).digest('base64url');

function markdownOf({ entries }: Content): Set<string> {
  const texts = new Set<string>();
  for (const entry of entries.filter(({ type }) => types.has(type))) {
    mapEntry(entry as unknown as RawEntry, ({ widget }, value) => {
      if (widget === 'markdown' && typeof value === 'string') texts.add(value);
      return value;
    });
  }
  return texts;
}

/** Writes it so that nobody ever reads half of it. Rejects with what the system says, or where it is told to stop. */
export async function writeTexts(file: string, content: Content, signal: AbortSignal): Promise<void> {
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
  const { texts: file } = renderConfig();
  if (file !== undefined && existsSync(file))
    loaded = new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][]);
  return loaded;
}

/**
 * Like `markdownToHtml`, of which a text takes half a millisecond; one that was made already takes none. The first pages
 * may come before the file is there, and the development server has none.
 */
export function textHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  const made = topHeading === 3 ? madeTexts()?.get(keyOf(markdown)) : undefined;
  return made ?? markdownToHtml(markdown, topHeading);
}
