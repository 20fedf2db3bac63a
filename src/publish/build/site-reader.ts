/** Finishes the pages of a built site and reads its files, partly while others are still being written. */
import { readdirSync, readFileSync, statSync, writeFileSync, type Stats, existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Secret } from '@/config/secrets';
import { byteEncoding, finishPage, type IntegrityReader } from './finish-page';
import { createLinkChecker, type DeadLink } from '../verify/verify-links';
import { createSecretFinder } from '../verify/verify-secrets';
import { createHash } from 'node:crypto';

/** Returns the paths of all files below a folder, from its root: `/en/index.html`. */
export function listFiles(folder: string): Set<string> {
  // Synchronous, since there are tens of thousands.
  const root = path.resolve(folder);
  const found = readdirSync(root, { recursive: true, withFileTypes: true });
  const within = (place: string) => place.slice(root.length).replaceAll(path.sep, '/');
  return new Set(
    found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${within(parentPath)}/${name}`),
  );
}

/** The findings of the reader in the files of a site. */
export interface SiteTexts {
  /** Characters of every HTML page by its path. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly dead: readonly DeadLink[];
}

export interface SiteReader {
  /**
   * Finishes and reads the files that are in a folder so far, except those written in the last `settled` ms, which
   * may be incomplete. Rejects with a `VerifyError` if a file contains a secret, or with the signal's reason. Files
   * that change later are read again by `read`. Resolves to the number of pages.
   */
  readonly readEarly: (folder: string, signal: AbortSignal, settled?: number) => Promise<number>;
  /** Reads the files of the finished site that changed since they were last read. Rejects with a `VerifyError`. */
  readonly read: (folder: string, files: ReadonlySet<string>) => Promise<SiteTexts>;
}

/** Generated or compressed files; their texts are in pages too. */
const unsearchedFile = /\.(?:woff2?|pf_\w+|pagefind)$/;

/** Files without text, except metadata such as a title or an author. */
const binaryFile = /\.(?:png|jpe?g|webp|avif|ico|pdf)$/;

/** Working files of the renderer: `/.prerender/…`. */
const workingFile = /^\/\./;

/** Files that are read before other tasks get a turn, such as the signal that ends the build. */
const filesPerTurn = 100;

/**
 * Identifies the content of a file: a file keeps its version when it is moved, and gets another when it is rewritten.
 */
const fileVersion = ({ ino, size, mtimeMs }: Stats) => `${ino} ${size} ${mtimeMs}`;

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Returns undefined if a file disappears while the site is being rendered. */
function ignoreMissing<Result>(secretFinder: () => Result): Result | undefined {
  try {
    return secretFinder();
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Embeds are shown by other sites; they aren't pages of this one. */
const isEmbed = (file: string) => file.startsWith('/embed/');

/** Finishes a page, also in its file. Returns its bytes. */
function finishFile(place: string, bytes: Buffer, integrityOf: IntegrityReader): Buffer {
  const html = bytes.toString(byteEncoding);
  const done = finishPage(html, integrityOf);
  if (done === html) return bytes;
  const better = Buffer.from(done, byteEncoding);
  writeFileSync(place, better);
  return better;
}

/** The path of a page by its file: `/en/index.html -> /en/`. */
const pagePath = (file: string) => file.replace(/\/index\.html$/, '/');

/** Creates a reader of a site that will be at `siteUrl`. It also looks for secrets. */
export function createSiteReader(siteUrl: string, secrets: readonly Secret[]): SiteReader {
  const integrityOf = createIntegrityReader();
  const secretFinder = createSecretFinder(secrets);
  const links = createLinkChecker(siteUrl);
  const sizes = new Map<string, number>();
  const versions = new Map<string, string>();

  const readText = (folder: string, file: string, settled = 0): void => {
    const place = path.join(folder, file);
    // Before the file is read, so that a later change gives another version.
    const stats = statSync(place);
    const version = fileVersion(stats);
    if (versions.get(file) === version || (settled > 0 && Date.now() - stats.mtimeMs < settled)) return;
    const isHtml = file.endsWith('.html');
    if (binaryFile.test(file)) {
      if (secretFinder.hasSecrets) secretFinder.inBytes(file.slice(1), readFileSync(place));
      versions.set(file, version);
      return;
    }
    const found = readFileSync(place);
    const bytes =
      isHtml && !isEmbed(file) ? finishFile(place, found, (file) => integrityOf(folder, file)) : found;
    const text = bytes.toString();
    secretFinder.inText(file.slice(1), bytes, text);
    versions.set(file, bytes === found ? version : fileVersion(statSync(place)));
    if (!isHtml) return;
    const page = pagePath(file);
    links.add(page, text);
    if (!isEmbed(file)) sizes.set(page, text.length);
  };

  const forget = (file: string): void => {
    versions.delete(file);
    sizes.delete(pagePath(file));
    links.remove(pagePath(file));
  };

  /** Synchronous: awaiting each file takes ten times as long. */
  const readEach = async (files: Iterable<string>, readOne: (file: string) => void, signal?: AbortSignal) => {
    for (const [index, file] of [...files].filter((name) => !unsearchedFile.test(name)).entries()) {
      if (index % filesPerTurn === 0) {
        await setImmediate();
        signal?.throwIfAborted();
      }
      readOne(file);
    }
  };

  return {
    readEarly: async (folder, signal, settled) => {
      const files = ignoreMissing(() => listFiles(folder)) ?? new Set();
      const ofTheSite = [...files].filter((file) => !workingFile.test(file));
      await readEach(ofTheSite, (file) => void ignoreMissing(() => readText(folder, file, settled)), signal);
      return ofTheSite.filter((file) => file.endsWith('.html')).length;
    },
    read: async (folder, files) => {
      for (const file of versions.keys()) if (!files.has(file)) forget(file);
      await readEach(files, (file) => readText(folder, file));
      return { sizes, dead: links.findDead(files) };
    },
  };
}

/**
 * Creates a function that returns the integrity value of a file of the site in `folder`, `/assets/a.js -> sha256-…`;
 * undefined if there is no such file. Each file is read once: its name changes with its content.
 * https://www.w3.org/TR/sri-2/
 */
function createIntegrityReader(): (folder: string, file: string) => string | undefined {
  const known = new Map<string, string>();
  return (folder, file) => {
    const value = known.get(file);
    if (value !== undefined) return value;
    const place = path.join(folder, file);
    if (!existsSync(place)) return undefined;
    const integrity = `sha256-${createHash('sha256').update(readFileSync(place)).digest('base64')}`;
    known.set(file, integrity);
    return integrity;
  };
}
