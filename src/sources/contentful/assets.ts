/** Finds the pictures of a space and fetches their bytes. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Asset } from '../source';
import { OperatorError } from '@/model/operator-error';
import type { DeliveryItem } from './collection';
import { isLoopback } from '@/model/addresses/loopback';
import type { ContentfulConfig, ReadSettings } from './contentful-config';
import { readNested, isRecord } from '@/model/json';
import type { LocaleCodes } from './wire';

/** Returns the file's address for the default locale, otherwise for the first language that has one. */
function fileUrl(fields: unknown, codes: LocaleCodes): string | undefined {
  const file = readNested(fields, 'file');
  if (!isRecord(file)) return undefined;
  const urls = [codes.default, ...codes.byLocale.values()].map((code) => readNested(file, code, 'url'));
  return urls.find((url) => typeof url === 'string');
}

/** Converts an asset of Contentful; undefined if its file was never uploaded. */
export function createAsset(
  { id, value }: DeliveryItem,
  codes: LocaleCodes,
  config: ContentfulConfig,
  settings: ReadSettings,
): Asset | undefined {
  const url = fileUrl(value['fields'], codes);
  if (url === undefined) return undefined;
  const where = `Contentful asset ${id}`;
  return { id, where, read: () => fetchFile(where, url, config, settings) };
}

/** Resolves Contentful's addresses, which have no scheme. HTTPS is used everywhere but on loopback. */
function resolveFileUrl(url: string, config: ContentfulConfig): URL | undefined {
  const isLocal = config.host !== undefined && isLoopback(config.host);
  const address = URL.parse(url.startsWith('//') ? `${isLocal ? 'http' : 'https'}:${url}` : url);
  if (!address) return undefined;
  const isPlainHttp = isLocal && address.protocol === 'http:' && isLoopback(address.host);
  return address.protocol === 'https:' || isPlainHttp ? address : undefined;
}

/** The reason why a request returned no bytes. */
interface FetchFailure {
  readonly reason: string;
  readonly canRetry: boolean;
}

async function fetchFile(
  where: string,
  url: string,
  config: ContentfulConfig,
  settings: ReadSettings,
): Promise<Uint8Array> {
  const address = resolveFileUrl(url, config);
  if (!address)
    throw new OperatorError(
      `${where} has an address that is not HTTPS.`,
      'Upload the picture again in Contentful.',
    );
  for (let attempt = 0; ; attempt += 1) {
    const result = await fetchBytes(address, settings);
    if (result instanceof Uint8Array) return result;
    const { reason, canRetry } = result;
    if (!canRetry || attempt >= settings.retryLimit) {
      throw new OperatorError(
        `${where} can’t be fetched from ${address.host}${address.pathname}: ${reason}.`,
        canRetry
          ? 'Check this machine’s connection, then build again. Behind a proxy, Node asks for NODE_USE_ENV_PROXY=1.'
          : 'Upload the picture again in Contentful, and publish it.',
      );
    }
    await wait(settings.retryMs * Math.SQRT2 ** attempt);
  }
}

async function fetchBytes(
  address: URL,
  { timeoutMs, assetBytes }: ReadSettings,
): Promise<Uint8Array | FetchFailure> {
  const failed = (reason: string, canRetry = true): FetchFailure => ({ reason, canRetry });
  try {
    const { ok, status, headers, body } = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // A proxy or the sign-in page of a network answers with HTML; Contentful never does for a picture.
    const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '');
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop cancels the rest of the answer.
    for await (const chunk of body ?? []) {
      if (!ok || isPage) break;
      size += chunk.length;
      if (size > assetBytes)
        return failed(`it is larger than ${Math.round(assetBytes / 1024 / 1024)} MB`, false);
      chunks.push(chunk);
    }
    if (!ok) return failed(`it answered ${status}`, status === 429 || status >= 500);
    if (isPage) return failed('a web page came in its place');
    return size === 0 ? failed('it is empty') : Buffer.concat(chunks, size);
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return failed(isTimeout ? `no answer in ${timeoutMs} ms` : 'the connection failed');
  }
}
