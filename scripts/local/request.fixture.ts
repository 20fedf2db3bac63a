/** Asks a server of this machine as any program can: with headers that fetch doesn't let one set. */
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { buffer } from 'node:stream/consumers';

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent: it may be compressed. */
  readonly body: Buffer;
}

export function ask(
  url: string,
  { body, ...options }: Pick<RequestOptions, 'headers' | 'method' | 'path'> & { readonly body?: string },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      const { statusCode: status, headers } = response;
      buffer(response).then((received) => resolve({ status, headers, body: received }), reject);
    })
      .on('error', reject)
      .end(body);
  });
}
