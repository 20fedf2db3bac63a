import type { Config } from '@/config/config';
import { contentfulHost, requireSpace, type SpaceCredentials } from '@/config/space';
import type { AllowedLoss } from '@/config/values';
import { defaultTimeoutMs } from '@/config/variables';

/** The space to read, with its token. */
export interface ContentfulConfig extends SpaceCredentials {
  /** True to read drafts and unpublished changes through the Preview API. */
  readonly drafts?: boolean;
  /** Content types that the space may lack. All others must exist, even without entries. */
  readonly allowedLosses?: ReadonlySet<AllowedLoss>;
}

/** The host from which it is read: drafts have one of their own. */
export const deliveryHost = ({ drafts, host }: ContentfulConfig) =>
  contentfulHost(drafts === true ? 'preview' : 'cdn', host);

/** Page sizes, retries and limits for reading a space. */
export interface ReadSettings {
  /** Items per page; Contentful allows at most 1000. */
  readonly pageLimit: number;
  /** How often a collection is read before the source gives up because the results are inconsistent. */
  readonly maximumAttempts: number;
  /** Wait (ms) before reading a collection again. */
  readonly pauseMs: number;
  /** Repetitions of a request that was answered with 429 or 5xx, or not at all. */
  readonly retryLimit: number;
  /** Wait (ms) before the first repetition of a picture's request; each further one is √2 times as long. */
  readonly retryMs: number;
  /** The longest wait (ms) for an answer. */
  readonly timeoutMs: number;
  /** The largest picture (bytes) that is read. */
  readonly assetBytes: number;
}

export const defaultSettings: ReadSettings = {
  pageLimit: 1000,
  maximumAttempts: 3,
  pauseMs: 1000,
  retryLimit: 5,
  retryMs: 1000,
  timeoutMs: defaultTimeoutMs,
  assetBytes: 30 * 1024 * 1024,
};

/** Returns the configured space, to read published content or drafts. Throws a `ConfigError` that names missing settings. */
export function readContentfulConfig(
  config: Pick<Config, 'contentful' | 'content'>,
  reading: 'published' | 'drafts' = 'published',
): ContentfulConfig {
  const { allowedLosses } = config.content;
  return {
    ...requireSpace(config, reading),
    ...(reading === 'drafts' && { drafts: true }),
    ...(allowedLosses.length > 0 && { allowedLosses: new Set(allowedLosses) }),
  };
}
