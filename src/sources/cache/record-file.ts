/**
 * A file of records between builds: each is a key and a value as JSON. The file has a digest of itself, so that a
 * truncated or damaged one is never used, and it is replaced as a whole, so that two builds can write it at once.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Records by their keys, as JSON in UTF-8. */
export type Records = ReadonlyMap<string, Buffer>;

/** The reason for which a file of records can't be used. */
export type Unusable = 'missing' | 'older' | 'damaged';

const lineFeed = 0x0a;
const tab = 0x09;

const digestOf = (parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

interface Header {
  /** The version of the code that computed the values (`codeVersion`). */
  readonly version: string;
  readonly digest: string;
}

function parseHeader(line: string): Partial<Header> | undefined {
  try {
    const header: unknown = JSON.parse(line);
    return typeof header === 'object' && header !== null ? header : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a file of records that code of this version wrote. Its values aren't parsed yet. Never rejects. */
export async function readRecords(file: string, version: string): Promise<Records | Unusable> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return 'missing';
  const start = bytes.indexOf(lineFeed) + 1;
  const header = parseHeader(bytes.toString('utf8', 0, start));
  if (header?.version === undefined) return 'damaged';
  if (header.version !== version) return 'older';
  if (header.digest !== digestOf([bytes.subarray(start)])) return 'damaged';
  const records = new Map<string, Buffer>();
  for (let at = start; at < bytes.length;) {
    const end = bytes.indexOf(lineFeed, at);
    const middle = bytes.indexOf(tab, at);
    records.set(bytes.toString('utf8', at, middle), bytes.subarray(middle + 1, end));
    at = end + 1;
  }
  return records;
}

/** Parses a value of `readRecords`. */
export const parseRecord = (value: Buffer): unknown => JSON.parse(value.toString());

/** A file that a build which was ended has left behind is removed after this time (ms). */
const abandonedAfter = 3_600_000;

/** Removes all but the newest files of a cache's folder, and what ended builds have left. */
async function tidy(dir: string, most: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(dir)).map(async (name) => {
      const file = path.join(dir, name);
      // Another build may have removed it meanwhile.
      const age = await stat(file).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      return { file, age, isPartial: name.endsWith('.partial') };
    }),
  );
  const whole = files.filter(({ isPartial }) => !isPartial).toSorted((a, b) => a.age - b.age);
  const abandoned = files.filter(({ age, isPartial }) => isPartial && age > abandonedAfter);
  for (const { file } of [...whole.slice(most), ...abandoned]) await rm(file, { force: true });
}

/**
 * Writes a file of records in place of an earlier one. Values are JSON, as text or in UTF-8; keys have neither tabs nor
 * line feeds. Of its folder the newest `most` files stay. Rejects with the system's error.
 */
export async function writeRecords(
  file: string,
  version: string,
  records: Iterable<readonly [key: string, value: string | Buffer]>,
  most = 4,
): Promise<void> {
  const parts: Uint8Array[] = [];
  for (const [key, value] of records) {
    if (typeof value === 'string') parts.push(Buffer.from(`${key}\t${value}\n`));
    else parts.push(Buffer.from(`${key}\t`), value, Buffer.from('\n'));
  }
  const header: Header = { version, digest: digestOf(parts) };
  const dir = path.dirname(file);
  await mkdir(dir, { recursive: true });
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    await writeFile(partial, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]));
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  await tidy(dir, most);
}
