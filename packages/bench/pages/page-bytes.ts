/**
 * Measures a page of a built site: its HTML, its style sheets, and all JavaScript that it can load, separately for what it
 * loads only if an application is waiting to be sent, something was saved, words are searched for, or a button is pressed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliSize, gzipSize } from '../compress';

/** Bytes: HTML and CSS as Brotli, JavaScript as gzip, each file compressed by itself. */
export interface PageBytes {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** Loaded only if something waits to be sent, or to be finished (`check-outbox.client.ts`, `pending-panel.client.ts`). */
  readonly sendingJs: number;
  /** Loaded only for a search by words, and for what is typed. */
  readonly wordsJs: number;
  /** Loaded only when a visitor presses a button for a convenience. */
  readonly pressedJs: number;
  /** Loaded only if an earlier visit saved something (`device/saved-page`, `search/saved-searches`, …). */
  readonly savedJs: number;
}

/** The scripts that send waiting submissions, and list them. */
const isForSending = (name: string): boolean => /^(?:sending|pending-list)\./.test(name);

/** The scripts that tell of what an earlier visit has saved: opportunities, searches, lines on the home page, what fits. */
const isForSaved = (name: string): boolean => /^(?:saved-(?:cards|searches-)|fit-block\.client\.)/.test(name);

/** The scripts that a button loads: the search in full texts. */
const isForPress = (name: string): boolean => name.startsWith('full-text-parts.');

/** The scripts that a search by words loads, and what stands beside its results or below the box. */
const isForWords = (name: string): boolean => /^(?:word-search|lazy-parts|rules-\w+)\./.test(name);

/** The language of a page, and of the search's rules of a language (`search/words/languages`), of which it loads its own. */
const pageLanguage = /<html[^>]* lang="([^"]+)"/;
const rulesLanguage = /^rules-(\w+)\./;

function isForOtherLanguage(name: string, html: string): boolean {
  const language = rulesLanguage.exec(name)?.[1];
  return language !== undefined && language !== pageLanguage.exec(html)?.[1];
}

/** The bundler's list of files to load with imports: style sheets, and scripts that the imports name too. */
const preloadList = /^const __vite__mapDeps=.*$/m;

/** A reference to a script or style sheet in a page, a script, or the bundler's list. */
const asset = /["'`](?:\.\/|\/?assets\/)([^"'`/]+\.(?:js|css))["'`]/g;

/** Returns the files in `assets/` that a text refers to. */
function findAssets(text: string): string[] {
  return [...text.matchAll(asset)].flatMap(([, name]) => name ?? []);
}

/**
 * Returns all files that a page refers to, directly or through other files, imported immediately or later; except
 * those left out, and those of other languages.
 */
export function collectAssets(
  dir: string,
  html: string,
  isLeftOut: (name: string) => boolean = () => false,
): ReadonlySet<string> {
  const found = new Set<string>();
  const left = findAssets(html);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name) || isLeftOut(name) || isForOtherLanguage(name, html)) continue;
    found.add(name);
    if (!name.endsWith('.js')) continue;
    const code = readFileSync(path.join(dir, 'assets', name), 'utf8');
    const along = findAssets(preloadList.exec(code)?.[0] ?? '').filter((one) => one.endsWith('.css'));
    left.push(...findAssets(code.replace(preloadList, '')), ...along);
  }
  return found;
}

/** Creates a function that measures pages of the site in `dir`. Each file is read and compressed once. */
export function createPageWeigher(dir: string): (html: string) => Promise<PageBytes> {
  const sizes = new Map<string, Promise<number>>();
  const measureAsset = (name: string) => {
    const known = sizes.get(name);
    if (known) return known;
    const content = readFileSync(path.join(dir, 'assets', name));
    const size = name.endsWith('.js') ? gzipSize(content) : brotliSize(content);
    sizes.set(name, size);
    return size;
  };
  const sum = async (names: readonly string[]) =>
    (await Promise.all(names.map(measureAsset))).reduce((all, size) => all + size, 0);
  return async (html) => {
    // A form always loads what sends.
    const kinds = [
      ...(html.includes(' data-form=') ? [] : [isForSending]),
      isForSaved,
      isForPress,
      isForWords,
    ];
    /** The files of a page with those that are loaded for some of these reasons. */
    const collect = (...reasons: readonly (typeof isForWords)[]) =>
      collectAssets(dir, html, (name) => kinds.some((isOf) => !reasons.includes(isOf) && isOf(name)));
    const always = collect();
    const withWords = collect(isForWords);
    const sumOfMore = (files: ReadonlySet<string>, before: ReadonlySet<string>) =>
      sum([...files].filter((name) => !before.has(name) && name.endsWith('.js')));
    const ending = (end: string) => [...always].filter((name) => name.endsWith(end));
    return {
      html: await brotliSize(html),
      css: await sum(ending('.css')),
      js: await sum(ending('.js')),
      sendingJs: await sumOfMore(collect(isForSending), always),
      savedJs: await sumOfMore(collect(isForSaved), always),
      wordsJs: await sumOfMore(withWords, always),
      // A button beside the results of words is one of them.
      pressedJs: await sumOfMore(collect(isForWords, isForPress), withWords),
    };
  };
}
