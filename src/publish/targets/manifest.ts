/** The hashes of a site's files, saved beside it in the format of `sha256sum` to detect damage. */
import { formatCount } from '@/model/format-count';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inTurns } from '../files/in-turns';
import { listFiles } from '@/cache/folder-files';

/** SHA-256 in hexadecimal of files by path: `/en/index.html`. */
export type Manifest = ReadonlyMap<string, string>;

/** The file of the manifest, beside the note: `releases/3.json -> releases/3.sha256`. */
export const manifestFile = (noteFile: string) => noteFile.replace(/\.json$/, '.sha256');

export const sha256 = (content: string | Buffer) => hash('sha256', content, 'hex');

/** Hashes every file below a folder, except those whose hash is known. Rejects with the system's error. */
export async function hashFiles(
  dir: string,
  knownHash: (file: string) => string | undefined = () => undefined,
): Promise<Manifest> {
  const hashes = new Map<string, string>();
  for await (const file of inTurns(listFiles(dir)))
    hashes.set(file, knownHash(file) ?? sha256(readFileSync(path.join(dir, file))));
  return hashes;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const unescaped = new Map(Object.entries(escapes).map(([sign, escape]) => [escape, sign]));

/**
 * Formats a manifest as `sha256sum` does in the site's folder: a line per file, sorted; lines with escaped names begin with
 * a backslash.
 */
export function formatManifest(manifest: Manifest): string {
  return [...manifest.keys()]
    .toSorted()
    .map((file) => {
      const name = file.slice(1);
      const written = name.replaceAll(/[\\\n\r]/g, (sign) => escapes[sign] ?? sign);
      return `${written === name ? '' : '\\'}${manifest.get(file) ?? ''}  ${written}\n`;
    })
    .join('');
}

const line = /^(\\?)([0-9a-f]{64}) [ *](.+)$/;

/** Parses the output of `formatManifest` or `sha256sum`; returns undefined if it is incomplete. */
export function parseManifest(text: string): Manifest | undefined {
  const hashes = new Map<string, string>();
  if (!text.endsWith('\n')) return undefined;
  for (const one of text.slice(0, -1).split('\n')) {
    const [, escaped, hex, written] = line.exec(one) ?? [];
    if (hex === undefined || written === undefined) return undefined;
    const name = escaped
      ? written.replaceAll(/\\[\\nr]/g, (escape) => unescaped.get(escape) ?? escape)
      : written;
    hashes.set(`/${name}`, hex);
  }
  return hashes;
}

/** Reads the manifest beside a note; undefined if it is missing, incomplete, or has another hash than this one. */
export function readManifest(noteFile: string, hash?: string): Manifest | undefined {
  try {
    const text = readFileSync(manifestFile(noteFile), 'utf8');
    return hash === undefined || sha256(text) === hash ? parseManifest(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A file that differs from the manifest. */
export interface FileDifference {
  readonly file: string;
  readonly how: 'missing' | 'changed' | 'not in the manifest';
}

/**
 * Compares every file below a folder with a manifest, reading those whose hash isn't known. Sorted by path. Rejects with
 * the system's error.
 */
export async function compareWithManifest(
  manifest: Manifest,
  dir: string,
  knownHash?: (file: string) => string | undefined,
): Promise<FileDifference[]> {
  const found = await hashFiles(dir, knownHash);
  const differences: FileDifference[] = [];
  for (const [file, hex] of manifest) {
    const now = found.get(file);
    if (now !== hex) differences.push({ file, how: now === undefined ? 'missing' : 'changed' });
  }
  for (const file of found.keys()) {
    if (!manifest.has(file)) differences.push({ file, how: 'not in the manifest' });
  }
  return differences.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** The number of differences that a message lists. */
const listedDifferences = 3;

/** `2 files: en/index.html (missing), fr/index.html (changed)`. */
export function describeDifferences(differences: readonly FileDifference[]): string {
  const first = differences.slice(0, listedDifferences).map(({ file, how }) => `${file.slice(1)} (${how})`);
  const rest = differences.length > listedDifferences ? ', …' : '';
  return `${formatCount(differences.length, 'file')}: ${first.join(', ')}${rest}`;
}
