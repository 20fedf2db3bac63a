import { settingWithoutUserInfo } from '@/model/addresses/address';
import { parseMayLack, type AllowedLosses } from '../may-lack';
import { SourceError } from '../source';

/** Which space is read, and as whom. */
export interface ContentfulConfig {
  readonly space: string;
  readonly environment: string;
  /** Secret: it must not stand in a message, a log or a page. */
  readonly token: string;
  /** `host[:port]` instead of the official one. Plain HTTP is used on loopback, and only there. */
  readonly host?: string;
  /** Reads drafts and what changed since it was published, over the Preview API. */
  readonly drafts?: boolean;
  /** Content types that the space may be without; every other one must be there, if only without an entry. */
  readonly mayLack?: AllowedLosses;
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
  timeoutMs: 30_000,
  assetBytes: 30 * 1024 * 1024,
};

/**
 * How patiently a space is read where `CONTENTFUL_TIMEOUT` says how many seconds to wait for one answer. Throws a
 * `SourceError` for what is no number of seconds from 1 to 600.
 */
export function patience(timeout: string | undefined): ReadSettings {
  const said = timeout?.trim() ?? '';
  if (said === '') return defaultSettings;
  if (/^[1-9]\d{0,2}$/.test(said) && Number(said) <= 600)
    return { ...defaultSettings, timeoutMs: Number(said) * 1000 };
  throw new SourceError(
    `CONTENTFUL_TIMEOUT is “${said.slice(0, 40)}”.`,
    'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
  );
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3})(?::\d{1,5})?$/i;

/** True for `localhost` and `127.x.x.x`, with or without a port. (The client can't address IPv6 hosts.) */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;

/** Checks a value of `CONTENTFUL_HOST`. Throws a `SourceError`. */
export function parseHost(value: string): string {
  if (hostPattern.test(value)) return value;
  const said = settingWithoutUserInfo(value);
  throw new SourceError(
    /^http:/i.test(value)
      ? `CONTENTFUL_HOST is “${said}”: plain HTTP to Contentful is refused.`
      : `CONTENTFUL_HOST is “${said}”, which is not host or host:port.`,
    'Write it without a scheme, as cdn.contentful.com or 127.0.0.1:4600. HTTPS is used everywhere but on loopback.',
  );
}

type Environment = Readonly<Record<string, string | undefined>>;

const idPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** Where a space is. */
export type SpaceAddress = Pick<ContentfulConfig, 'space' | 'environment' | 'host'>;

/**
 * The space that the environment names. Empty values count as unset, since that is what a missing secret looks like in a
 * workflow. Throws a `SourceError` that names the variable.
 */
export function spaceAddress(env: Environment): SpaceAddress {
  const read = (name: string) => env[name]?.trim() ?? '';
  const space = read('CONTENTFUL_SPACE_ID');
  const environment = read('CONTENTFUL_ENVIRONMENT') || 'master';
  const host = read('CONTENTFUL_HOST');
  if (space === '') {
    throw new SourceError(
      'CONTENTFUL_SPACE_ID is not set, so there is no space to read.',
      'Copy it from Contentful (Settings → General settings), or set CONTENT_SOURCE=files to build from a folder.',
    );
  }
  assertId('CONTENTFUL_SPACE_ID', space);
  assertId('CONTENTFUL_ENVIRONMENT', environment);
  return { space, environment, ...(host === '' ? {} : { host: parseHost(host) }) };
}

/** Which variable holds the token, and what Contentful calls it. */
export const tokens = {
  published: { variable: 'CONTENTFUL_DELIVERY_TOKEN', name: 'Content Delivery API - access token' },
  drafts: { variable: 'CONTENTFUL_PREVIEW_TOKEN', name: 'Content Preview API - access token' },
} as const;

/** The configuration that the environment names. Throws a `SourceError` that names the variable. */
export function contentfulConfig(
  env: Environment,
  reading: keyof typeof tokens = 'published',
): ContentfulConfig {
  const address = spaceAddress(env);
  const { variable, name } = tokens[reading];
  const token = env[variable]?.trim() ?? '';
  if (token === '') {
    throw new SourceError(
      `${variable} is not set, so the ${reading === 'drafts' ? 'drafts of the ' : ''}space “${address.space}” can’t be read.`,
      `Copy the “${name}” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to ${reading === 'drafts' ? 'preview' : 'build from'} a folder.`,
    );
  }
  const mayLack = parseMayLack(env['CONTENT_MAY_LACK']);
  return {
    ...address,
    token,
    ...(reading === 'drafts' && { drafts: true }),
    ...(mayLack.size > 0 && { mayLack }),
  };
}

function assertId(name: string, value: string): void {
  if (idPattern.test(value)) return;
  throw new SourceError(
    `${name} is “${value.slice(0, 80)}”, which can’t be an id of Contentful’s.`,
    'Ids have 1 to 64 letters, digits, dots, hyphens or underscores; copy it from Contentful’s settings.',
  );
}
