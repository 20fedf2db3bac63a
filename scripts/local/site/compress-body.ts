/** Compresses the bodies of answers, as web servers do. */
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** True if hosts compress a file of this name; Pagefind's own files are compressed already. */
export const isCompressible = (name: string): boolean =>
  /\.(?:html|css|js|json|geojson|svg|xml|ics|csv|txt|webmanifest)$/.test(name);

/** From 0 to 11: this one is quick enough for each request, and its result is smaller than gzip's. */
const brotliLevel = 4;

/** The compressors by their names in `Accept-Encoding`, the better one first. */
const encodings = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** Smaller files (bytes) fit into one packet anyway. */
const minimumBytes = 1024;

/** `('gzip, br;q=0', 'br') -> false` */
const accepts = (accepted: string, encoding: string) =>
  accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.replaceAll(/\s/g, '').split(';q='))
    .some(([name, weight]) => name === encoding && Number(weight ?? 1) > 0);

/** Compresses a body if the browser accepts it. Also returns the headers that describe the encoding. */
export async function compressBody(
  { name, body }: { readonly name: string; readonly body: Buffer },
  accepted = '',
): Promise<{ body: Buffer; headers: OutgoingHttpHeaders }> {
  if (!isCompressible(name)) return { body, headers: {} };
  const headers = { Vary: 'Accept-Encoding' };
  const encoding = (['br', 'gzip'] as const).find((one) => accepts(accepted, one));
  if (encoding === undefined || body.length < minimumBytes) return { body, headers };
  return { body: await encodings[encoding](body), headers: { ...headers, 'Content-Encoding': encoding } };
}
