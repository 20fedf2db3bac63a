/** Converts the texts of a build to HTML in advance, in a process that would otherwise wait, for the renderer. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { cacheDir } from '@/config/cache-dir';
import { readRenderConfig } from '@/config/render-config';
import type { RawEntry } from '@/model/types/entry';
import { mapEntry } from '@/model/fields/walk';
import { codeVersion } from '@/cache/code-version';
import { parseRecord, readRecords, writeRecords } from '@/sources/cache/record-file';
import type { Content } from '../content';
import { anyMarkdownToHtml } from './markdown';
import { simpleMarkdownToHtml } from './markdown/simple-markdown';

/** Texts that are converted before other tasks get a turn, such as the signal that ends the build. */
const atATime = 20;

/** There are thousands of these entries. Their pages show the texts with headings from level 3. */
const types: ReadonlySet<string> = new Set(['opportunity', 'organization']);

const keyOf = (markdown: string) => hash('sha256', markdown, 'base64url');

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

/** Everything that the HTML of a text depends on besides the text. */
const code = ['src/model', 'src/pipeline/texts'];

const defaultCache = path.join(cacheDir('texts'), 'html.cache');

/** The HTML of texts by their keys, without those that are converted in no time. */
let made: ReadonlyMap<string, string> | undefined;

/**
 * Writes the HTML of all texts that take long to a file, so that no reader sees an incomplete one. Those that the last
 * build converted are in the cache, which then has those of this build. Rejects with the system's error or the
 * signal's reason.
 */
export async function writeTextHtml(
  file: string,
  content: Content,
  signal: AbortSignal,
  cache = defaultCache,
): Promise<void> {
  const version = codeVersion(code);
  const read = await readRecords(cache, version);
  const earlier = typeof read === 'string' ? new Map<string, Buffer>() : read;
  const kept = new Map<string, string | Buffer>();
  const converted = new Map<string, string>();
  for (const markdown of markdownOf(content)) {
    if (simpleMarkdownToHtml(markdown) !== undefined) continue;
    if (converted.size % atATime === 0) await setImmediate();
    signal.throwIfAborted();
    const key = keyOf(markdown);
    const found = earlier.get(key);
    const html = found ? (parseRecord(found) as string) : anyMarkdownToHtml(markdown);
    converted.set(key, html);
    kept.set(key, found ?? JSON.stringify(html));
  }
  made = converted;
  await writeFile(`${file}.partial`, JSON.stringify([...converted]));
  await rename(`${file}.partial`, file);
  const isSame = kept.size === earlier.size && kept.keys().every((key) => earlier.has(key));
  // Without a cache, the next build converts them again.
  if (!isSame) await writeRecords(cache, version, kept).catch(() => undefined);
}

function madeTexts(): ReadonlyMap<string, string> | undefined {
  if (made) return made;
  const { texts: file } = readRenderConfig();
  if (file !== undefined && existsSync(file))
    made = new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][]);
  return made;
}

/**
 * Like `markdownToHtml`, but uses the converted texts, which saves half a millisecond each. The first pages may be
 * rendered before the file exists, and the development server has none.
 */
export function renderTextHtml(markdown: string, topHeading: 2 | 3 = 3): string {
  const simple = simpleMarkdownToHtml(markdown);
  if (simple !== undefined) return simple;
  const found = topHeading === 3 ? madeTexts()?.get(keyOf(markdown)) : undefined;
  return found ?? anyMarkdownToHtml(markdown, topHeading);
}
