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
    deliveryToken: values.CONTENTFUL_DELIVERY_TOKEN,
    previewToken: values.CONTENTFUL_PREVIEW_TOKEN,
    managementToken: values.CONTENTFUL_MANAGEMENT_TOKEN,
  }) as const;

type SpaceSettings = ReturnType<typeof buildSpaceSettings>;

/** A kind of access to a space: reading published content, reading drafts, or writing. */
export type SpaceAccess = 'published' | 'drafts' | 'management';

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

const formatKeyHint = ({ name }: { readonly name: string }, otherwise: string) =>
  `Copy the “${name}” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to ${otherwise} a folder.`;

/** The token of each kind of access, with the message for a missing one. */
const accessRules = {
  published: {
    variable: tokenVariables.published.variable,
    token: ({ deliveryToken }: SpaceSettings) => deliveryToken,
    consequence: (space: string) => `the ${space} can’t be read`,
    hint: formatKeyHint(tokenVariables.published, 'build from'),
  },
  drafts: {
    variable: tokenVariables.drafts.variable,
    token: ({ previewToken }: SpaceSettings) => previewToken,
    consequence: (space: string) => `the drafts of the ${space} can’t be read`,
    hint: formatKeyHint(tokenVariables.drafts, 'preview'),
  },
  management: {
    variable: 'CONTENTFUL_MANAGEMENT_TOKEN',
    token: ({ managementToken }: SpaceSettings) => managementToken,
    consequence: (space: string) => `nothing can be done in the ${space}`,
    hint: 'Make a personal access token in Contentful (Settings → CMA tokens), and keep it in a file .env on your machine only. A build doesn’t need it.',
  },
} as const;

/** Returns a problem for each setting that the kinds of access need and that isn't set. */
export function findMissing(settings: SpaceSettings, needed: readonly SpaceAccess[]): ConfigProblem[] {
  const { space } = settings;
  const spaceName = space === undefined ? 'space' : `space “${space}”`;
  const missingTokens = needed
    .map((access) => accessRules[access])
    .filter(({ token }) => token(settings) === undefined)
    .map(({ variable, consequence, hint }): ConfigProblem => ({
      variable,
      message: `${variable} is not set, so ${consequence(spaceName)}.`,
      hint,
    }));
  if (space !== undefined) return missingTokens;
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

function requireSpace({ contentful }: SpaceConfig, access: SpaceAccess): SpaceCredentials {
  const { space, environment, host } = contentful;
  const token = accessRules[access].token(contentful);
  if (space === undefined || token === undefined) throw new ConfigError(findMissing(contentful, [access]));
  return { space, environment, ...(host !== undefined && { host }), token };
}

/** Returns the space to read published content. Throws a `ConfigError` that names the missing settings. */
export const requireDelivery = (config: SpaceConfig): SpaceCredentials => requireSpace(config, 'published');

/** Returns the space to read drafts. Throws a `ConfigError` that names the missing settings. */
export const requirePreview = (config: SpaceConfig): SpaceCredentials => requireSpace(config, 'drafts');

/** Returns the space to write to it. Throws a `ConfigError` that names the missing settings. */
export const requireManagement = (config: SpaceConfig): SpaceCredentials =>
  requireSpace(config, 'management');
