/** Reads a space through Contentful's own client, in the one way whose pitfalls are known. */
import { createClient } from 'contentful';
import type { Progress } from '../source';
import { readCollection, type FetchPage, type DeliveryItem } from './collection';
import { isLoopback } from '@/model/addresses/loopback';
import { deliveryHost, type ContentfulConfig, type ReadSettings } from './contentful-config';
import { readNested } from '@/model/json';
import { explainFailure } from './failures';

/** Reads the collections of a space. Each function rejects with an `OperatorError`. */
export interface DeliveryClient {
  readonly locales: () => Promise<readonly DeliveryItem[]>;
  readonly contentTypes: () => Promise<readonly DeliveryItem[]>;
  /** Published entries of a content type that the space has, in all languages, sorted by id. */
  readonly entries: (contentType: string) => Promise<readonly DeliveryItem[]>;
  readonly assets: () => Promise<readonly DeliveryItem[]>;
  /** The number of entries and assets, and the newest of each: two requests. */
  readonly mark: () => Promise<string>;
}

/**
 * Opens a space for reading, without a request yet. Answers have all languages, and links in them stay links: resolved
 * answers can be circular, and the client turns dead links into empty objects.
 */
export function openDelivery(
  config: ContentfulConfig,
  settings: ReadSettings,
  progress: Progress,
): DeliveryClient {
  const isLocal = config.host !== undefined && isLoopback(config.host);
  const client = createClient({
    space: config.space,
    environment: config.environment,
    accessToken: config.token.reveal(),
    timeout: settings.timeoutMs,
    retryLimit: settings.retryLimit,
    // The default one prints error objects, and with them the token.
    logHandler: (level, data) => {
      if (level === 'warning' && typeof data === 'string') progress(`Contentful: ${data}`);
    },
    // The client silently uses the official host if it can't parse this one, so the configuration has checked it.
    host: deliveryHost(config),
    // Without this, axios sends even requests to 127.0.0.1 through a proxy that the environment names.
    ...(isLocal ? { insecure: true, proxy: false } : {}),
  });

  const explained = async <T>(reading: string, fetch: () => Promise<T>): Promise<T> => {
    try {
      return await fetch();
    } catch (error) {
      throw explainFailure(error, { config, retryLimit: settings.retryLimit, reading });
    }
  };
  const read = (reading: string, fetchPage: FetchPage) =>
    readCollection(reading, (page) => explained(reading, () => fetchPage(page)), settings, progress);

  const everyLocale = client.withAllLocales.withoutLinkResolution;
  return {
    locales: () => read('the locales', () => client.getLocales()),
    contentTypes: () =>
      read('the content types', ({ limit, skip }) => {
        // The API pages content types too, but the client's types don't say so.
        const query: { query?: string; limit: number; skip: number } = { limit, skip };
        return client.getContentTypes(query);
      }),
    entries: (contentType) =>
      read(`the entries of type ${contentType}`, ({ limit, skip }) =>
        everyLocale.getEntries({ content_type: contentType, include: 0, order: ['sys.id'], limit, skip }),
      ),
    assets: () =>
      read('the assets', ({ limit, skip }) => everyLocale.getAssets({ order: ['sys.id'], limit, skip })),
    mark: async () => {
      const newest = { order: ['-sys.updatedAt' as const], limit: 1 };
      const answers: { readonly total: number; readonly items: readonly { readonly sys: object }[] }[] = [
        await explained('the newest entry', () => everyLocale.getEntries({ ...newest, include: 0 })),
        await explained('the newest asset', () => everyLocale.getAssets(newest)),
      ];
      return JSON.stringify(
        answers.map(({ total, items: [item] }) => {
          const sys: unknown = item?.sys;
          return [total, ...['id', 'updatedAt', 'publishedVersion'].map((name) => readNested(sys, name))];
        }),
      );
    },
  };
}
