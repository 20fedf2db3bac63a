/**
 * What a page of a built site weighs, read from its files: its HTML, its style sheets, all the JavaScript that it can come
 * to load by itself, and what it loads besides where an application waits to be sent.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliSize, gzipSize, roughBrotliSize } from '../hosts/compress';

/** Bytes: HTML and CSS as Brotli, JavaScript as gzip, each file compressed by itself. */
export interface PageBytes {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** Only where an earlier visit left something to be sent, or to be moved (`applications/outbox/check-outbox.client.ts`). */
  readonly sendingJs: number;
}

/** The file that sends what waits, and moves what an earlier version of the site had stored. */
const isForEarlierVisit = (name: string): boolean => name.startsWith('keep-sending.');

/** The bundler's list of what to load along with imports: style sheets, and scripts that those imports name again. */
const loadedAlong = /^const __vite__mapDeps=.*$/m;

/** A script or style sheet as a page, another script, or the bundler's list of what to load along names it. */
const asset = /["'`](?:\.\/|\/?assets\/)([^"'`/]+\.(?:js|css))["'`]/g;

/** Names, in `assets/`, of what a text names. */
function named(text: string): string[] {
  return [...text.matchAll(asset)].flatMap(([, name]) => name ?? []);
}

/** The names of all files that a page names, and that these name in turn, imported at once or later; but for some. */
export function assetsOf(
  dir: string,
  html: string,
  isLeftOut: (name: string) => boolean = () => false,
): ReadonlySet<string> {
  const found = new Set<string>();
  const left = named(html);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name) || isLeftOut(name)) continue;
    found.add(name);
    if (!name.endsWith('.js')) continue;
    const code = readFileSync(path.join(dir, 'assets', name), 'utf8');
    const along = named(loadedAlong.exec(code)?.[0] ?? '').filter((one) => one.endsWith('.css'));
    left.push(...named(code.replace(loadedAlong, '')), ...along);
  }
  return found;
}

/**
 * Weighs pages of the site in `dir`; each file is read and compressed once. Of a page that is light enough
 * (`light`: bytes of HTML and CSS) it is only found out that it is, with a few bytes too many: that takes no time.
 */
export function weigher(dir: string, light = 0): (html: string) => Promise<PageBytes> {
  const sizes = new Map<string, Promise<number>>();
  const sizeOf = (name: string) => {
    const known = sizes.get(name);
    if (known) return known;
    const content = readFileSync(path.join(dir, 'assets', name));
    const size = name.endsWith('.js') ? gzipSize(content) : brotliSize(content);
    sizes.set(name, size);
    return size;
  };
  const sum = async (names: readonly string[]) =>
    (await Promise.all(names.map(sizeOf))).reduce((all, size) => all + size, 0);
  return async (html) => {
    const names = [...assetsOf(dir, html, isForEarlierVisit)];
    const sending = [...assetsOf(dir, html)].filter((name) => !names.includes(name));
    const ending = (end: string) => names.filter((name) => name.endsWith(end));
    const css = await sum(ending('.css'));
    const rough = light === 0 ? Infinity : await roughBrotliSize(html);
    return {
      html: rough + css <= light ? rough : await brotliSize(html),
      css,
      js: await sum(ending('.js')),
      sendingJs: await sum(sending),
    };
  };
}
