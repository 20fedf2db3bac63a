/**
 * The files of a site that is being built: those that are made, and those of the live site that stay as they are. What the
 * verification needs is taken of each once.
 */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPlacer, listFiles } from '@/cache/folder-files';
import type { Secret } from '@/config/secrets';
import type { PlannedFiles } from '../files/planned-files';
import { inTurns } from '../files/in-turns';
import type { LastPublish } from '../incremental/last-publish';
import { isPageFile, recordPage, type PageRecord } from '../pages/page-record';
import { createLinkChecker } from '../verify/verify-links';
import { binaryFile, createSecretFinder } from '../verify/verify-secrets';

export type BuiltFiles = ReturnType<typeof createSiteFiles>;

/** Generated or compressed files; their texts are in pages too. */
const unsearchedFile = /\.(?:woff2?|pf_\w+|pagefind)$/;

/** The path of a page by its file: `/en/index.html -> /en/`. */
const pagePath = (file: string) => file.replace(/\/index\.html$/, '/');

/** Shares equal texts of many pages, without keeping the page in memory. */
function createTextPool() {
  const texts = new Map<string, string>();
  return (text: string): string => {
    let own = texts.get(text);
    if (own === undefined) {
      // A substring keeps the whole text in memory.
      own = Buffer.from(text).toString();
      texts.set(own, own);
    }
    return own;
  };
}

/** The file of a path, which begins at the root of the site with or without a slash. */
const fileOf = (name: string) => `/${name.replace(/^\//, '')}`;

interface SiteOptions {
  /** The folder for the files that are made. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly secrets: readonly Secret[];
  /** Its files stay where they would be the same. */
  readonly last?: LastPublish | undefined;
}

/** Starts the files of a site. All that are made are searched for secrets. */
export function createSiteFiles({ folder, siteUrl, secrets, last }: SiteOptions) {
  const placeOf = createPlacer(folder);
  const secretFinder = createSecretFinder(secrets);
  const links = createLinkChecker(siteUrl);
  const { host } = new URL(siteUrl);
  const hashes = new Map<string, string>();
  const kept = new Set<string>();
  const pagePaths: string[] = [];
  const pages: PageRecord[] = [];
  const shareText = createTextPool();

  const addRecord = (record: PageRecord) => {
    if (hashes.has(record.file)) throw new Error(`${record.file} is made twice.`);
    hashes.set(record.file, record.hash);
    if (!record.file.endsWith('.html')) return;
    const page = pagePath(record.file);
    links.add(page, record);
    if (isPageFile(record.file)) pagePaths.push(page);
  };

  const addPage = (record: PageRecord): PageRecord => {
    const shared = {
      ...record,
      addresses: record.addresses.map(shareText),
      anchors: record.anchors.map(shareText),
    };
    addRecord(shared);
    return shared;
  };

  const readText = (file: string, bytes: Buffer, text: string): PageRecord => {
    secretFinder.inText(file.slice(1), bytes, text);
    return addPage(recordPage(file, bytes, file.endsWith('.html') ? text : '', host));
  };

  const readBytes = (file: string, bytes: Buffer) => {
    if (!unsearchedFile.test(file) && !binaryFile.test(file)) {
      readText(file, bytes, bytes.toString());
      return;
    }
    hashes.set(file, hash('sha256', bytes, 'hex'));
    if (binaryFile.test(file)) secretFinder.inBytes(file.slice(1), bytes);
  };

  /** Keeps a page or a text of the live site. Its texts are shared already with the others of the last publish. */
  const keepRecord = (file: string) => {
    const record = last?.pages().get(file);
    if (!record) throw new Error(`${file} was not on the last site.`);
    kept.add(file);
    addRecord(record);
    pages.push(record);
  };

  return {
    /** Adds pages that were read where they were rendered. */
    addPages: (records: readonly PageRecord[]) => {
      for (const record of records) pages.push(addPage(record));
    },
    /** Keeps pages of the live site. */
    keepPages: (files: readonly string[]) => {
      for (const file of files) keepRecord(file);
    },
    /** Returns the text of a file that is in the folder: `/en/index.html`. */
    read: (file: string) => readFileSync(path.join(folder, file), 'utf8'),
    /** Writes a file (`/media/a.webp`). Throws an `OperatorError` for a secret. */
    write: (name: string, content: string | Uint8Array) => {
      const bytes = Buffer.from(content);
      readBytes(fileOf(name), bytes);
      writeFileSync(placeOf(name), bytes);
    },
    /**
     * Writes planned files, except those that stay: made from the same, or with the same text. Rejects with an `OperatorError`
     * for a secret, or with the signal's reason.
     */
    writePlanned: async (plans: Iterable<PlannedFiles>, signal: AbortSignal) => {
      for await (const { paths, key, make } of inTurns(plans, 20, signal)) {
        if (key !== undefined && paths.every((name) => last?.pages().get(fileOf(name))?.key === key)) {
          for (const name of paths) keepRecord(fileOf(name));
          continue;
        }
        for (const { path: name, text } of make()) {
          const file = fileOf(name);
          const record = readText(file, Buffer.from(text), text);
          if (key !== undefined) pages.push({ ...record, key });
          if (record.hash === last?.hashOf(file)) kept.add(file);
          else writeFileSync(placeOf(file), text);
        }
      }
    },
    /**
     * Keeps the live file of this path if it has this hash, or any where the path changes with the content. Returns true if it
     * is kept.
     */
    keeps: (name: string, expected?: string): boolean => {
      const file = fileOf(name);
      const live = last?.hashOf(file);
      if (live === undefined || (expected !== undefined && live !== expected)) return false;
      kept.add(file);
      hashes.set(file, live);
      return true;
    },
    /** Adds a file that was searched while it was copied, in the place of any other. */
    addCopied: (file: string, sum: string) => {
      kept.delete(file);
      hashes.set(file, sum);
    },
    /** Reads the files in the folder that aren't known yet. Rejects with an `OperatorError` for a secret. */
    readOthers: async () => {
      const unread = [...listFiles(folder)].filter((file) => !hashes.has(file));
      for await (const file of inTurns(unread)) readBytes(file, readFileSync(path.join(folder, file)));
    },
    /** The files of the live site that stay: `/en/index.html`. */
    kept: kept as ReadonlySet<string>,
    /** The pages and texts that were added, made or kept. */
    pages: pages as readonly PageRecord[],
    /** The paths of all HTML pages of the program: those of `public/` are files, which may go again. */
    pagePaths: pagePaths as readonly string[],
    /** SHA-256 in hexadecimal of every file by its path. */
    hashes: hashes as ReadonlyMap<string, string>,
    /** Finds dead links, which takes seconds in a large site. */
    findDead: () => links.findDead(new Set(hashes.keys())),
  };
}
