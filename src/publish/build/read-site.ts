/** Finishes the pages of a built site and reads its texts: what can be checked of each while others are being written. */
import { readdirSync, readFileSync, statSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Secret } from '@/config/secrets';
import { bytewise, finishPage, type IntegrityOf } from './finish-page';
import { fileIntegrity } from './file-integrity';
import { linkCheck, type DeadLink } from '../verify/verify-links';
import { secretFinder } from '../verify/verify-secrets';

/** Paths from the root of the files below a folder: `/en/index.html`. */
export function filesIn(folder: string): Set<string> {
  // At once: there are tens of thousands.
  const root = path.resolve(folder);
  const found = readdirSync(root, { recursive: true, withFileTypes: true });
  const within = (place: string) => place.slice(root.length).replaceAll(path.sep, '/');
  return new Set(
    found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${within(parentPath)}/${name}`),
  );
}

/** What was found in the texts of a site. */
export interface TextsRead {
  /** Characters of every HTML page, by its path. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly dead: readonly DeadLink[];
}

export interface SiteReader {
  /**
   * Finishes and reads what a folder has of the site so far, but for what was written in the last `settled` ms: it may
   * still be being written. Rejects with a `VerifyError` where a secret stands in it, with the signal's reason where it is
   * told to stop. What changes afterwards is read again by `read`. Resolves to the number of pages that are there.
   */
  readonly ahead: (folder: string, signal: AbortSignal, settled?: number) => Promise<number>;
  /** Reads the finished site, but for what was read as it is. Rejects with a `VerifyError`. */
  readonly read: (folder: string, files: ReadonlySet<string>) => Promise<TextsRead>;
}

/** Files that are made by programs alone, or are compressed: what of texts is in them stands in pages too. */
const notLookedAt = /\.(?:woff2?|wasm|pf_\w+|pagefind)$/;

/** Files that hold no text but what they say of themselves, such as a title or who made them. */
const notText = /\.(?:png|jpe?g|webp|avif|ico|pdf)$/;

/** What the renderer works with: `/.prerender/…`. */
const notOfTheSite = /^\/\./;

/** Texts that are read before others get their turn, such as the signal that ends the build. */
const atATime = 100;

/** Two files of which it is the same hold the same: what is moved keeps it, what is written anew doesn't. */
const versionOf = ({ ino, size, mtimeMs }: Stats) => `${ino} ${size} ${mtimeMs}`;

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Files come and go while the site is being rendered: undefined where one that was asked for is gone. */
function whileItIsThere<Result>(look: () => Result): Result | undefined {
  try {
    return look();
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** What other sites show isn't a page of this one. */
const isEmbed = (file: string) => file.startsWith('/embed/');

/** A page's bytes with what Astro leaves to be put right, also in its file. */
function finished(place: string, bytes: Buffer, integrityOf: IntegrityOf): Buffer {
  const html = bytes.toString(bytewise);
  const done = finishPage(html, integrityOf);
  if (done === html) return bytes;
  const better = Buffer.from(done, bytewise);
  writeFileSync(place, better);
  return better;
}

/** The page of a file: `/en/index.html -> /en/`. */
const pageOf = (file: string) => file.replace(/\/index\.html$/, '/');

/** Reads a site that will be at `siteUrl`, and looks for secrets in it. */
export function siteReader(siteUrl: string, secrets: readonly Secret[]): SiteReader {
  const integrityOf = fileIntegrity();
  const look = secretFinder(secrets);
  const links = linkCheck(siteUrl);
  const sizes = new Map<string, number>();
  const versions = new Map<string, string>();

  const readText = (folder: string, file: string, settled = 0): void => {
    const place = path.join(folder, file);
    // Before it is read: what is written meanwhile makes it another version.
    const stats = statSync(place);
    const version = versionOf(stats);
    if (versions.get(file) === version || (settled > 0 && Date.now() - stats.mtimeMs < settled)) return;
    const isHtml = file.endsWith('.html');
    if (notText.test(file)) {
      if (look.hasSecrets) look.inBytes(file.slice(1), readFileSync(place));
      versions.set(file, version);
      return;
    }
    const found = readFileSync(place);
    const bytes =
      isHtml && !isEmbed(file) ? finished(place, found, (file) => integrityOf(folder, file)) : found;
    const text = bytes.toString();
    look.inText(file.slice(1), bytes, text);
    versions.set(file, bytes === found ? version : versionOf(statSync(place)));
    if (!isHtml) return;
    const page = pageOf(file);
    links.add(page, text);
    if (!isEmbed(file)) sizes.set(page, text.length);
  };

  const forget = (file: string): void => {
    versions.delete(file);
    sizes.delete(pageOf(file));
    links.remove(pageOf(file));
  };

  /** At once: waiting for each takes ten times as long as reading it. */
  const readEach = async (files: Iterable<string>, readOne: (file: string) => void, signal?: AbortSignal) => {
    for (const [index, file] of [...files].filter((name) => !notLookedAt.test(name)).entries()) {
      if (index % atATime === 0) {
        await setImmediate();
        signal?.throwIfAborted();
      }
      readOne(file);
    }
  };

  return {
    ahead: async (folder, signal, settled) => {
      const files = whileItIsThere(() => filesIn(folder)) ?? new Set();
      const ofTheSite = [...files].filter((file) => !notOfTheSite.test(file));
      await readEach(ofTheSite, (file) => void whileItIsThere(() => readText(folder, file, settled)), signal);
      return ofTheSite.filter((file) => file.endsWith('.html')).length;
    },
    read: async (folder, files) => {
      for (const file of versions.keys()) if (!files.has(file)) forget(file);
      await readEach(files, (file) => readText(folder, file));
      return { sizes, dead: links.dead(files) };
    },
  };
}
