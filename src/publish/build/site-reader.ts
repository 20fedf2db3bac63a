/** Collects what the verification needs of every file of a built site, each as soon as it is finished. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Secret } from '@/config/secrets';
import { inTurns } from '../files/write-files';
import { findAnchors, findSiteAddresses } from '../pages/html-addresses';
import type { PageRecord } from '../pages/page-record';
import { createLinkChecker, type DeadLink } from '../verify/verify-links';
import { binaryFile, createSecretFinder } from '../verify/verify-secrets';

/** Returns the paths of all files below a folder, from its root: `/en/index.html`. */
export function listFiles(folder: string): Set<string> {
  const files = new Set<string>();
  // Synchronous, since there are tens of thousands; folder by folder, since Node asks again for the kind of each file otherwise.
  const visit = (within: string) => {
    for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
      const place = `${within}/${entry.name}`;
      if (entry.isDirectory()) visit(place);
      else if (entry.isFile()) files.add(place);
    }
  };
  visit('');
  return files;
}

/** The findings of the reader in the files of a site. */
export interface SiteTexts {
  /** The paths of all HTML pages. */
  readonly pages: readonly string[];
  /** Finds dead links, which takes seconds in a large site. */
  readonly findDead: () => readonly DeadLink[];
  /** SHA-256 in hexadecimal of every file by its path. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface SiteReader {
  /** Adds pages that were read where they were rendered. */
  readonly addPages: (records: readonly PageRecord[]) => void;
  /** Adds a page or text that was read when it was published before. */
  readonly addKept: (record: PageRecord) => void;
  /**
   * Adds a text (`/en/feed.xml`) before it is written, and the key of what it was made from. Returns its hash. Throws a
   * `OperatorError` for a secret.
   */
  readonly addText: (file: string, text: string, key?: string) => string;
  /** Adds a file without links that was read when it was published before. */
  readonly addKnown: (file: string, hash: string) => void;
  /**
   * Reads the finished files in a folder that it doesn't know yet. Rejects with an `OperatorError` if a file contains a
   * secret, or with the signal's reason.
   */
  readonly readFolder: (folder: string, signal?: AbortSignal) => Promise<void>;
  /** The paths of all files so far. */
  readonly files: () => ReadonlySet<string>;
  /** The pages and texts that were added, made or taken over. */
  readonly pages: () => readonly PageRecord[];
  /** Returns the findings in all files so far. */
  readonly finish: () => SiteTexts;
}

/** Generated or compressed files; their texts are in pages too. */
const unsearchedFile = /\.(?:woff2?|pf_\w+|pagefind)$/;

/** True for a page's file. Embeds are shown by other sites; they aren't pages of this one. */
export const isPageFile = (file: string): boolean => file.endsWith('.html') && !file.startsWith('/embed/');

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

/** Creates a reader of a site that will be at `siteUrl`. It also looks for secrets. */
export function createSiteReader(siteUrl: string, secrets: readonly Secret[]): SiteReader {
  const secretFinder = createSecretFinder(secrets);
  const links = createLinkChecker(siteUrl);
  const { host } = new URL(siteUrl);
  const hashes = new Map<string, string>();
  /** Those of the program: pages of `public/` are files, which may go again. */
  const pagePaths: string[] = [];

  const pages: PageRecord[] = [];
  const shareText = createTextPool();

  const addRecord = (record: PageRecord) => {
    hashes.set(record.file, record.hash);
    if (!record.file.endsWith('.html')) return;
    const page = pagePath(record.file);
    links.add(page, record);
    if (isPageFile(record.file)) pagePaths.push(page);
  };

  const addPage = (record: PageRecord): PageRecord => {
    const { addresses, anchors } = record;
    const shared = {
      ...record,
      addresses: addresses.map(shareText),
      anchors: anchors.map(shareText),
    };
    addRecord(shared);
    return shared;
  };

  const readText = (file: string, bytes: Buffer, text: string): PageRecord => {
    secretFinder.inText(file.slice(1), bytes, text);
    const isPage = file.endsWith('.html');
    return addPage({
      file,
      hash: hash('sha256', bytes, 'hex'),
      addresses: isPage ? findSiteAddresses(text, host) : [],
      anchors: isPage ? [...findAnchors(text)] : [],
    });
  };

  const readFile = (folder: string, file: string) => {
    const bytes = readFileSync(path.join(folder, file));
    if (!unsearchedFile.test(file) && !binaryFile.test(file)) {
      readText(file, bytes, bytes.toString());
      return;
    }
    hashes.set(file, hash('sha256', bytes, 'hex'));
    if (binaryFile.test(file)) secretFinder.inBytes(file.slice(1), bytes);
  };

  return {
    addPages: (records) => {
      for (const record of records) pages.push(addPage(record));
    },
    // Those of one cache share their texts already.
    addKept: (record) => {
      addRecord(record);
      pages.push(record);
    },
    addText: (file, text, key) => {
      const record = readText(file, Buffer.from(text), text);
      if (key !== undefined) pages.push({ ...record, key });
      return record.hash;
    },
    addKnown: (file, known) => void hashes.set(file, known),
    readFolder: async (folder, signal) => {
      const unread = [...listFiles(folder)].filter((file) => !hashes.has(file));
      for await (const file of inTurns(unread, 100, signal)) readFile(folder, file);
    },
    files: () => new Set(hashes.keys()),
    pages: () => pages,
    finish: () => ({
      pages: pagePaths,
      findDead: () => links.findDead(new Set(hashes.keys())),
      hashes,
    }),
  };
}
