/** What Pagefind's own metadata say of an index (build side): its documents in order, and where its words are. */
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';

/** A part of an index, which has its words from this one on, in the order of their letters. */
export interface IndexPart {
  readonly from: string;
  /** The name of its file without its ending. */
  readonly name: string;
}

export interface IndexMeta {
  /** Pagefind's ids of the documents, in the order in which they were given. */
  readonly ids: readonly string[];
  readonly parts: readonly IndexPart[];
}

const signature = 'pagefind_dcd';

/** As version 1.6 writes them: documents with their number of words, parts with their first and last word. */
const written = z.tuple(
  [
    z.string(),
    z.array(z.tuple([z.string()], z.unknown())),
    z.array(z.tuple([z.string(), z.string(), z.string()])),
  ],
  z.unknown(),
);

/** What a file of Pagefind's holds behind its signature. Throws a `TypeError` where it isn't one. */
export function unpack(packed: Buffer): Buffer {
  const bytes = gunzipSync(packed);
  if (bytes.subarray(0, signature.length).toString('latin1') !== signature)
    throw new TypeError('It doesn’t begin with Pagefind’s signature.');
  return bytes.subarray(signature.length);
}

/** A file as Pagefind writes it, which its own code unpacks in the browser; in fewer bytes than Pagefind makes of it. */
export const pack = (content: string | Uint8Array) =>
  gzipSync(Buffer.concat([Buffer.from(signature), Buffer.from(content)]), { level: 9 });

/** Reads a file `*.pf_meta`. Rejects where it isn't what version 1.6 writes. */
export async function readIndexMeta(file: string): Promise<IndexMeta> {
  const [, documents, parts] = written.parse(decode(unpack(await readFile(file))));
  return {
    ids: documents.map(([id]) => id),
    parts: parts.map(([from, , name]) => ({ from, name })),
  };
}

/** A file `*.pf_meta` with other ids, in the order of its documents. Throws where it isn't what version 1.6 writes. */
export function withIds(packed: Buffer, ids: readonly string[]): Buffer {
  const [version, documents, ...rest] = written.parse(decode(unpack(packed)));
  return pack(encode([version, documents.map(([, ...document], row) => [ids[row], ...document]), ...rest]));
}
