import type { Config } from '@/config/config';
import { requireDelivery, requirePreview, type OpenableSpace } from '@/config/space';
import type { AllowedLoss } from '@/config/values';
import { defaultTimeout } from '@/config/variables';

/** Which space is read, and as whom. */
export interface ContentfulConfig extends OpenableSpace {
  /** Reads drafts and what changed since it was published, over the Preview API. */
  readonly drafts?: boolean;
  /** Content types that the space may be without; every other one must be there, if only without an entry. */
  readonly mayLack?: ReadonlySet<AllowedLoss>;
}

/** How patiently a space is read. */
export interface ReadSettings {
  /** Items a page; Contentful allows at most 1000. */
  readonly pageLimit: number;
  /** Readings of a collection that may come out inconsistent before the source gives up. */
  readonly tries: number;
  /** Wait (ms) before reading a collection anew. */
  readonly pauseMs: number;
  /** Repetitions of a request that was answered by 429, by 5xx or not at all. */
  readonly retryLimit: number;
  /** Wait (ms) before the first repetition of a picture's request; each further one is √2 times as long. */
  readonly retryMs: number;
  /** Longest wait (ms) for an answer. */
  readonly timeoutMs: number;
  /** Largest picture (bytes) that is read. */
  readonly assetBytes: number;
}

export const defaultSettings: ReadSettings = {
  pageLimit: 1000,
  tries: 3,
  pauseMs: 1000,
  retryLimit: 5,
  retryMs: 1000,
  timeoutMs: defaultTimeout,
  assetBytes: 30 * 1024 * 1024,
};

/** The space that is configured, to read what is published or drafts. Throws a `ConfigError` that names what is not set. */
export function contentfulConfig(
  config: Pick<Config, 'contentful' | 'content'>,
  reading: 'published' | 'drafts' = 'published',
): ContentfulConfig {
  const { mayLack } = config.content;
  return {
    ...(reading === 'drafts' ? { ...requirePreview(config), drafts: true } : requireDelivery(config)),
    ...(mayLack.length > 0 && { mayLack: new Set(mayLack) }),
  };
}
