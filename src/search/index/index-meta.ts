/** Reads Pagefind's own metadata of an index (build side): its documents in order. */
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';

export interface IndexMeta {
  /** Pagefind's ids of the documents, in the order in which they were added. */
  readonly ids: readonly string[];
}

const signature = 'pagefind_dcd';

/** The format of version 1.6: documents with their number of words, then the parts of the index. */
const metaFormat = z.tuple(
  [
    z.string(),
    z.array(z.tuple([z.string()], z.unknown())),
    z.array(z.tuple([z.string(), z.string(), z.string()])),
  ],
  z.unknown(),
);

/** Unpacks a file of Pagefind, without its signature. Throws a `TypeError` where it isn't one. */
export function unpackPagefindFile(packed: Buffer): Buffer {
  const bytes = gunzipSync(packed);
  if (bytes.subarray(0, signature.length).toString('latin1') !== signature)
    throw new TypeError('It doesn’t begin with Pagefind’s signature.');
  return bytes.subarray(signature.length);
}

/**
 * Packs a file as Pagefind does, so that its own code unpacks it in the browser; in fewer bytes than Pagefind needs.
 */
export const packPagefindFile = (content: string | Uint8Array) =>
  gzipSync(Buffer.concat([Buffer.from(signature), Buffer.from(content)]), { level: 9 });

/** Reads a file `*.pf_meta`. Rejects where it isn't in the format of version 1.6. */
export async function readIndexMeta(file: string): Promise<IndexMeta> {
  const [, documents] = metaFormat.parse(decode(unpackPagefindFile(await readFile(file))));
  return { ids: documents.map(([id]) => id) };
}

/**
 * Replaces the ids in a file `*.pf_meta`, in the order of its documents. Throws where it isn't in the format of version
 * 1.6.
 */
export function replaceIds(packed: Buffer, ids: readonly string[]): Buffer {
  const [version, documents, ...rest] = metaFormat.parse(decode(unpackPagefindFile(packed)));
  return packPagefindFile(
    encode([version, documents.map(([, ...document], row) => [ids[row], ...document]), ...rest]),
  );
}
