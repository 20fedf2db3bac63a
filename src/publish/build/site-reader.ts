/** Collects what the verification needs of every file of a built site, each as soon as it is finished. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Secret } from '@/config/secrets';
import { inTurns } from '../files/write-files';
import { findAnchors, findSiteAddresses } from '../pages/html-addresses';
import type { PageRecord } from '../pages/page-record';
import { createLinkChecker } from '../verify/verify-links';
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

export type SiteReader = ReturnType<typeof createSiteReader>;

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
export function createSiteReader(siteUrl: string, secrets: readonly Secret[]) {
  const secretFinder = createSecretFinder(secrets);
  const links = createLinkChecker(siteUrl);
  const { host } = new URL(siteUrl);
  const hashes = new Map<string, string>();
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
    /** Adds pages that were read where they were rendered. */
    addPages: (records: readonly PageRecord[]) => {
      for (const record of records) pages.push(addPage(record));
    },
    /** Adds a page or text that was read when it was published before. Those of one cache share their texts already. */
    addKept: (record: PageRecord) => {
      addRecord(record);
      pages.push(record);
    },
    /**
     * Adds a text (`/en/feed.xml`) before it is written, and the key of what it was made from. Returns its hash. Throws an
     * `OperatorError` for a secret.
     */
    addText: (file: string, text: string, key?: string): string => {
      const record = readText(file, Buffer.from(text), text);
      if (key !== undefined) pages.push({ ...record, key });
      return record.hash;
    },
    /** Adds a file without links that was read when it was published before. */
    addKnown: (file: string, known: string) => void hashes.set(file, known),
    /**
     * Reads the finished files in a folder that it doesn't know yet. Rejects with an `OperatorError` if a file contains a
     * secret, or with the signal's reason.
     */
    readFolder: async (folder: string, signal?: AbortSignal) => {
      const unread = [...listFiles(folder)].filter((file) => !hashes.has(file));
      for await (const file of inTurns(unread, 100, signal)) readFile(folder, file);
    },
    /** The pages and texts that were added, made or taken over. */
    pages: (): readonly PageRecord[] => pages,
    /** The paths of all HTML pages of the program: those of `public/` are files, which may go again. */
    pagePaths: (): readonly string[] => pagePaths,
    /** SHA-256 in hexadecimal of every file by its path. */
    hashes: (): ReadonlyMap<string, string> => hashes,
    /** Finds dead links, which takes seconds in a large site. */
    findDead: () => links.findDead(new Set(hashes.keys())),
  };
}
