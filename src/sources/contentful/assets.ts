/** Pictures of a space: where they are, and their bytes. */
import { setTimeout as wait } from 'node:timers/promises';
import { SourceError, type Asset } from '../source';
import type { DeliveryItem } from './collection';
import { isLoopback } from '@/model/addresses/loopback';
import type { ContentfulConfig, ReadSettings } from './config';
import { dig, isRecord } from './json';
import type { LocaleCodes } from './wire';

/** The file's address: of the default locale, else of the first language that has one. */
function fileUrl(fields: unknown, codes: LocaleCodes): string | undefined {
  const file = dig(fields, 'file');
  if (!isRecord(file)) return undefined;
  const urls = [codes.default, ...codes.of.values()].map((code) => dig(file, code, 'url'));
  return urls.find((url) => typeof url === 'string');
}

/** An asset with a file as one of ours; undefined for one whose file was never uploaded. */
export function assetOf(
  { id, value }: DeliveryItem,
  codes: LocaleCodes,
  config: ContentfulConfig,
  settings: ReadSettings,
): Asset | undefined {
  const url = fileUrl(value['fields'], codes);
  if (url === undefined) return undefined;
  const where = `Contentful asset ${id}`;
  return { id, where, read: () => readFile(where, url, config, settings) };
}

/** Contentful's addresses have no scheme: HTTPS, but on loopback, where the client speaks HTTP too. */
function absolute(url: string, config: ContentfulConfig): URL | undefined {
  const local = config.host !== undefined && isLoopback(config.host);
  const address = URL.parse(url.startsWith('//') ? `${local ? 'http' : 'https'}:${url}` : url);
  if (!address) return undefined;
  const plain = local && address.protocol === 'http:' && isLoopback(address.host);
  return address.protocol === 'https:' || plain ? address : undefined;
}

/** Why a request gave no bytes, and whether asking again may help. */
class FetchFailure extends Error {
  override readonly name = 'FetchFailure';

  constructor(
    reason: string,
    readonly again: boolean,
  ) {
    super(reason);
  }
}

async function readFile(
  where: string,
  url: string,
  config: ContentfulConfig,
  settings: ReadSettings,
): Promise<Uint8Array> {
  const address = absolute(url, config);
  if (!address) {
    throw new SourceError(
      `${where} has an address that is not HTTPS.`,
      'Upload the picture again in Contentful.',
    );
  }
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetchBytes(address, settings);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      if (!error.again || attempt >= settings.retryLimit) {
        throw new SourceError(
          `${where} can’t be fetched from ${address.host}${address.pathname}: ${error.message}.`,
          error.again
            ? 'Check this machine’s connection, then build again. Behind a proxy, Node asks for NODE_USE_ENV_PROXY=1.'
            : 'Upload the picture again in Contentful, and publish it.',
        );
      }
      await wait(settings.retryMs * Math.SQRT2 ** attempt);
    }
  }
}

async function fetchBytes(address: URL, settings: ReadSettings): Promise<Uint8Array> {
  const tooBig = `it is larger than ${Math.round(settings.assetBytes / 1024 / 1024)} MB`;
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new FetchFailure(
        `it answered ${response.status}`,
        response.status === 429 || response.status >= 500,
      );
    }
    // What stands between this machine and the network answers so, and never Contentful for a picture.
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body.cancel();
      throw new FetchFailure('a web page came in its place', true);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop cancels the rest of the answer.
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > settings.assetBytes) throw new FetchFailure(tooBig, false);
      chunks.push(chunk);
    }
    if (size === 0) throw new FetchFailure('it is empty', true);
    return Buffer.concat(chunks, size);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new FetchFailure(late ? `no answer in ${settings.timeoutMs} ms` : 'the connection failed', true);
  }
}
