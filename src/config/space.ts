/** The configured Contentful space and the tokens that each kind of access needs. */
import { ConfigError, type ConfigProblem } from './read-values';
import type { SecretValue } from './secret-value';
import { defaultEnvironment, defaultTimeoutMs, type VariableValues } from './variables';

export const buildSpaceSettings = (values: VariableValues) =>
  ({
    space: values.CONTENTFUL_SPACE_ID,
    environment: values.CONTENTFUL_ENVIRONMENT ?? defaultEnvironment,
    /** `host[:port]` instead of the official one. */
    host: values.CONTENTFUL_HOST,
    /** Longest wait (ms) for an answer. */
    timeoutMs: values.CONTENTFUL_TIMEOUT ?? defaultTimeoutMs,
    tokens: {
      published: values.CONTENTFUL_DELIVERY_TOKEN,
      drafts: values.CONTENTFUL_PREVIEW_TOKEN,
      management: values.CONTENTFUL_MANAGEMENT_TOKEN,
    },
  }) as const;

type SpaceSettings = ReturnType<typeof buildSpaceSettings>;

/** A kind of access to a space: reading published content, reading drafts, or writing. */
export type SpaceAccess = keyof SpaceSettings['tokens'];
const officialDomain = 'contentful.com';

/**
 * Contentful's domain in a host, or that of its data region in the EU:
 * https://www.contentful.com/developers/docs/infrastructure/eu-data-residency/
 */
const readRegion = (host: string) =>
  /^(?:(?:api|cdn|preview|upload)\.)?((?:eu\.)?contentful\.com)$/i.exec(host)?.[1];

/**
 * Returns the host of one of Contentful's APIs: `('upload', 'cdn.eu.contentful.com') -> 'upload.eu.contentful.com'`. Any
 * other host, such as that of a stand-in, has all of them. For `upload` see
 * https://www.contentful.com/developers/docs/references/content-management-api/uploads/
 */
export function contentfulHost(api: 'api' | 'cdn' | 'preview' | 'upload', host = officialDomain): string {
  const region = readRegion(host);
  return region === undefined ? host : `${api}.${region}`;
}

/** The host of Contentful's web app. */
export const webAppHost = (host = officialDomain) => `app.${readRegion(host) ?? officialDomain}`;

/** A space with the token to read it or write to it. */
export interface SpaceCredentials {
  readonly space: string;
  readonly environment: string;
  /** `host[:port]` instead of the official one. Plain HTTP is used on loopback, and only there. */
  readonly host?: string;
  readonly token: SecretValue;
}

/** The variable of each token for reading, and Contentful's name for that token. */
export const tokenVariables = {
  published: { variable: 'CONTENTFUL_DELIVERY_TOKEN', name: 'Content Delivery API - access token' },
  drafts: { variable: 'CONTENTFUL_PREVIEW_TOKEN', name: 'Content Preview API - access token' },
} as const;

function describeMissingToken(access: SpaceAccess, spaceName: string): ConfigProblem {
  if (access === 'management') {
    return {
      variable: 'CONTENTFUL_MANAGEMENT_TOKEN',
      message: `CONTENTFUL_MANAGEMENT_TOKEN is not set, so nothing can be done in the ${spaceName}.`,
      hint: 'Make a personal access token in Contentful (Settings → CMA tokens), and keep it in a file .env on your machine only. A build doesn’t need it.',
    };
  }
  const { variable, name } = tokenVariables[access];
  return {
    variable,
    message: `${variable} is not set, so the ${access === 'drafts' ? 'drafts of the ' : ''}${spaceName} can’t be read.`,
    hint: `Copy the “${name}” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to use a folder.`,
  };
}

/** Returns a problem for each setting that the kinds of access need and that isn't set. */
export function findMissing(
  { space, tokens }: SpaceSettings,
  needed: readonly SpaceAccess[],
): ConfigProblem[] {
  const missingTokens = needed
    .filter((access) => tokens[access] === undefined)
    .map((access) => describeMissingToken(access, space === undefined ? 'space' : `space “${space}”`));
  if (space !== undefined || needed.length === 0) return missingTokens;
  return [
    {
      variable: 'CONTENTFUL_SPACE_ID',
      message: 'CONTENTFUL_SPACE_ID is not set, so there is no space to read.',
      hint: 'Copy it from Contentful (Settings → General settings), or set CONTENT_SOURCE=files to build from a folder.',
    },
    ...missingTokens,
  ];
}

interface SpaceConfig {
  readonly contentful: SpaceSettings;
}

/** Returns the space for a kind of access. Throws a `ConfigError` that names the missing settings. */
export function requireSpace({ contentful }: SpaceConfig, access: SpaceAccess): SpaceCredentials {
  const { space, environment, host } = contentful;
  const token = contentful.tokens[access];
  if (space === undefined || token === undefined) throw new ConfigError(findMissing(contentful, [access]));
  return { space, environment, ...(host !== undefined && { host }), token };
}

/** Returns the space to write to it. Throws a `ConfigError` that names the missing settings. */
export const requireManagement = (config: SpaceConfig): SpaceCredentials =>
  requireSpace(config, 'management');
