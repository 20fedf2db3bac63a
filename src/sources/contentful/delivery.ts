/** The read side of a space through Contentful's own client, in the one pattern whose traps are known. */
import { createClient } from 'contentful';
import type { Progress } from '../source';
import { readCollection, type FetchPage, type DeliveryItem } from './collection';
import { isLoopback } from '@/model/addresses/loopback';
import type { ContentfulConfig, ReadSettings } from './config';
import { explain } from './failures';

/** Where drafts are read, in the same way as what is published. */
const previewHost = 'preview.contentful.com';

/** What of a space is read. Each rejects with a `SourceError`. */
export interface DeliveryClient {
  readonly locales: () => Promise<readonly DeliveryItem[]>;
  readonly contentTypes: () => Promise<readonly DeliveryItem[]>;
  /** Published entries of a content type that the space has, in all languages, sorted by id. */
  readonly entries: (contentType: string) => Promise<readonly DeliveryItem[]>;
  readonly assets: () => Promise<readonly DeliveryItem[]>;
}

/**
 * Opens a space for reading. Nothing is requested yet.
 * All languages at once, links left as links and joined by us: resolved answers can be circular, and the client
 * turns dead links into empty objects.
 */
export function openDelivery(
  config: ContentfulConfig,
  settings: ReadSettings,
  progress: Progress,
): DeliveryClient {
  const local = config.host !== undefined && isLoopback(config.host);
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
    ...(config.drafts === true && { host: previewHost }),
    // The client silently takes the official host instead of one that it can't parse: it was checked when it was read.
    ...(config.host !== undefined && { host: config.host }),
    // axios sends even requests to 127.0.0.1 through a proxy that the environment names, unless told not to.
    ...(local ? { insecure: true, proxy: false } : {}),
  });

  const read = (reading: string, fetchPage: FetchPage) => {
    const attempt = { config, retryLimit: settings.retryLimit, reading };
    const guarded: FetchPage = async (page) => {
      try {
        return await fetchPage(page);
      } catch (error) {
        throw explain(error, attempt);
      }
    };
    return readCollection(reading, guarded, settings, progress);
  };

  const everyLocale = client.withAllLocales.withoutLinkResolution;
  return {
    locales: () => read('the locales', () => client.getLocales()),
    contentTypes: () =>
      read('the content types', ({ limit, skip }) => {
        // The API pages content types like all else; the client's types don't say so.
        const query: { query?: string; limit: number; skip: number } = { limit, skip };
        return client.getContentTypes(query);
      }),
    entries: (contentType) =>
      read(`the entries of type ${contentType}`, ({ limit, skip }) =>
        everyLocale.getEntries({ content_type: contentType, include: 0, order: ['sys.id'], limit, skip }),
      ),
    assets: () =>
      read('the assets', ({ limit, skip }) => everyLocale.getAssets({ order: ['sys.id'], limit, skip })),
  };
}
