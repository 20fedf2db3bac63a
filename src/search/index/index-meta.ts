/** Reads Pagefind's own metadata of an index (build side): its documents in order. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
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
function unpackPagefindFile(packed: Buffer): Buffer {
  const bytes = gunzipSync(packed);
  if (bytes.subarray(0, signature.length).toString('latin1') !== signature)
    throw new TypeError('It doesn’t begin with Pagefind’s signature.');
  return bytes.subarray(signature.length);
}

/** Reads a file `*.pf_meta`. Rejects where it isn't in the format of version 1.6. */
export async function readIndexMeta(file: string): Promise<IndexMeta> {
  const [, documents] = metaFormat.parse(decode(unpackPagefindFile(await readFile(file))));
  return { ids: documents.map(([id]) => id) };
}
