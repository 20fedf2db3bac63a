/** Which space of Contentful is configured, and what is needed for what is to be done there. */
import { ConfigError, type ConfigProblem } from './read';
import type { SecretValue } from './secret-value';

export interface ContentfulSettings {
  readonly space: string | undefined;
  readonly environment: string;
  /** `host[:port]` instead of the official one. */
  readonly host: string | undefined;
  /** Longest wait (ms) for an answer. */
  readonly timeoutMs: number;
  readonly deliveryToken: SecretValue | undefined;
  readonly previewToken: SecretValue | undefined;
  readonly managementToken: SecretValue | undefined;
}

/** What is to be done in a space: reading what is published, reading drafts, or writing. */
export type SpaceAccess = 'published' | 'drafts' | 'management';

/** Where a space is. */
export interface SpaceAddress {
  readonly space: string;
  readonly environment: string;
  /** `host[:port]` instead of the official one. Plain HTTP is used on loopback, and only there. */
  readonly host?: string;
}

/** A space, and the token by which it may be read or written. */
export interface OpenableSpace extends SpaceAddress {
  readonly token: SecretValue;
}

/** Which variable holds the token for reading, and what Contentful calls it. */
export const tokens = {
  published: { variable: 'CONTENTFUL_DELIVERY_TOKEN', name: 'Content Delivery API - access token' },
  drafts: { variable: 'CONTENTFUL_PREVIEW_TOKEN', name: 'Content Preview API - access token' },
} as const;

const keyHint = ({ name }: { readonly name: string }, otherwise: string) =>
  `Copy the “${name}” of an API key in Contentful (Settings → API keys) to a secret of that name, or set CONTENT_SOURCE=files to ${otherwise} a folder.`;

/** What is said where a token is missing. */
const accesses = {
  published: {
    variable: tokens.published.variable,
    token: ({ deliveryToken }: ContentfulSettings) => deliveryToken,
    consequence: (space: string) => `the ${space} can’t be read`,
    hint: keyHint(tokens.published, 'build from'),
  },
  drafts: {
    variable: tokens.drafts.variable,
    token: ({ previewToken }: ContentfulSettings) => previewToken,
    consequence: (space: string) => `the drafts of the ${space} can’t be read`,
    hint: keyHint(tokens.drafts, 'preview'),
  },
  management: {
    variable: 'CONTENTFUL_MANAGEMENT_TOKEN',
    token: ({ managementToken }: ContentfulSettings) => managementToken,
    consequence: (space: string) => `nothing can be done in the ${space}`,
    hint: 'Make a personal access token in Contentful (Settings → CMA tokens), and keep it in a file .env on your machine only. A build doesn’t need it.',
  },
} as const;

/** What is missing for that. */
export function missingOf(settings: ContentfulSettings, needed: readonly SpaceAccess[]): ConfigProblem[] {
  const { space } = settings;
  const named = space === undefined ? 'space' : `space “${space}”`;
  const missingTokens = needed
    .map((access) => accesses[access])
    .filter(({ token }) => token(settings) === undefined)
    .map(({ variable, consequence, hint }): ConfigProblem => ({
      variable,
      message: `${variable} is not set, so ${consequence(named)}.`,
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

interface WithSpace {
  readonly contentful: ContentfulSettings;
}

function requireSpace({ contentful }: WithSpace, access: SpaceAccess): OpenableSpace {
  const { space, environment, host } = contentful;
  const token = accesses[access].token(contentful);
  if (space === undefined || token === undefined) throw new ConfigError(missingOf(contentful, [access]));
  return { space, environment, ...(host !== undefined && { host }), token };
}

/** The space, to read what is published. Throws a `ConfigError` that names what is not set. */
export const requireDelivery = (config: WithSpace): OpenableSpace => requireSpace(config, 'published');

/** The space, to read drafts. Throws a `ConfigError` that names what is not set. */
export const requirePreview = (config: WithSpace): OpenableSpace => requireSpace(config, 'drafts');

/** The space, to write to it. Throws a `ConfigError` that names what is not set. */
export const requireManagement = (config: WithSpace): OpenableSpace => requireSpace(config, 'management');
