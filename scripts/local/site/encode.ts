/** Compresses what is sent, as web servers do on the way. */
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '@/publish/hosts/compress';

/** Of 11: quick enough to compress at each request, and smaller than gzip. */
const brotliLevel = 4;

/** The names that `Accept-Encoding` has for them, the better one first. */
const encodings = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** Bytes of a file that fits into one packet anyway. */
const smallest = 1024;

/** `('gzip, br;q=0', 'br') -> false` */
const accepts = (accepted: string, encoding: string) =>
  accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.replaceAll(/\s/g, '').split(';q='))
    .some(([name, weight]) => name === encoding && Number(weight ?? 1) > 0);

/** The body as it is sent to a browser that accepts these encodings, with the headers that say so. */
export async function encode(
  { name, body }: { readonly name: string; readonly body: Buffer },
  accepted = '',
): Promise<{ body: Buffer; headers: OutgoingHttpHeaders }> {
  if (!isCompressible(name)) return { body, headers: {} };
  const headers = { Vary: 'Accept-Encoding' };
  const encoding = (['br', 'gzip'] as const).find((one) => accepts(accepted, one));
  if (encoding === undefined || body.length < smallest) return { body, headers };
  return { body: await encodings[encoding](body), headers: { ...headers, 'Content-Encoding': encoding } };
}
