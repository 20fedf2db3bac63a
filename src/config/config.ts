/** The configuration from the environment. Each command reads and checks it once, when it starts. */
import { readEnvironment, type Environment } from './environment';
import { buildFormsConfig, checkFormsSettings, type FormsConfig } from './forms';
import { ConfigError, selectVariables, readValues } from './read-values';
import type { SecretValue } from './secret-value';
import { findSecrets, type Secret } from './secrets';
import { findMissing, type ContentfulSettings, type SpaceAccess } from './space';
import {
  defaultLimit,
  type AllowedLoss,
  type LeftOutLimit,
  type ReplaceableFile,
  type SourceName,
} from './values';
import type { CommandName } from './variable-notes';
import {
  defaultContentDir,
  defaultEnvironment,
  defaultPublicDir,
  defaultTimeoutMs,
  defaultSiteUrl,
  type VariableValues,
} from './variables';
import { checkWebhook, type WebhookSettings } from './webhook';

export interface SiteConfig {
  /** The absolute address without a slash at the end. */
  readonly url: string;
  /** False if the address is only the default. */
  readonly isUrlSet: boolean;
  /** The instant (ms) that the build uses as the present; undefined for the real time. */
  readonly now: number | undefined;
  /** The day that the operator confirmed to be today. */
  readonly nowConfirmed: string | undefined;
  /** False if visitors' devices must not store pages of the site. */
  readonly storesPages: boolean;
}

export interface ContentConfig {
  readonly source: SourceName;
  /** False if the source is only the default. */
  readonly isSourceSet: boolean;
  readonly dir: string;
  readonly leftOutLimit: LeftOutLimit;
  readonly allowedLosses: readonly AllowedLoss[];
}

/** The files that are published as they are. */
export interface PublicConfig {
  readonly dir: string;
  /** False if the folder is only the default, which may be missing. */
  readonly isDirSet: boolean;
  /** Those that are published in the place of the program's own. */
  readonly mayReplace: readonly ReplaceableFile[];
}

export interface ToolPaths {
  readonly chromium: string | undefined;
  readonly nginx: string | undefined;
}

/** The whole configuration. It is frozen, and secrets in it print as `[secret]`. */
export interface Config {
  readonly site: SiteConfig;
  readonly content: ContentConfig;
  readonly public: PublicConfig;
  readonly contentful: ContentfulSettings;
  readonly forms: FormsConfig;
  readonly webhook: WebhookSettings;
  /** The address that is called when a publish starts, succeeds or fails. It is a secret: anyone who knows it can call it. */
  readonly monitorUrl: SecretValue | undefined;
  readonly tools: ToolPaths;
  /** Secrets of this program and of the tools around it, which must never be shown. */
  readonly secrets: readonly Secret[];
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

/** True if the environment names Contentful as the source. It runs before the variables are checked. */
function isContentful(env: Environment): boolean {
  const named = env['CONTENT_SOURCE']?.trim() ?? '';
  return named === '' ? Boolean(env['CONTENTFUL_SPACE_ID']?.trim()) : named === 'contentful';
}

/** Returns the access to a space that a command needs, to read content there or to manage the space. */
function listNeededAccess(command: CommandName, env: Environment): readonly SpaceAccess[] {
  switch (command) {
    case 'importToSpace':
    case 'setup':
    case 'transfer':
      return ['management'];
    case 'preview':
      return isContentful(env) ? ['drafts', 'published'] : [];
    case 'build':
    case 'start':
    case 'dev':
    case 'check':
    case 'report':
    case 'verify':
      return isContentful(env) ? ['published'] : [];
    default:
      return [];
  }
}

function buildConfig(values: VariableValues, forms: FormsConfig, secrets: readonly Secret[]): Config {
  const { CONTENTFUL_SPACE_ID: space } = values;
  return {
    site: {
      url: values.SITE_URL ?? defaultSiteUrl,
      isUrlSet: values.SITE_URL !== undefined,
      now: values.SITE_NOW,
      nowConfirmed: values.SITE_NOW_CONFIRMED,
      storesPages: values.SERVICE_WORKER !== 'off',
    },
    content: {
      source: values.CONTENT_SOURCE ?? (space === undefined ? 'files' : 'contentful'),
      isSourceSet: [values.CONTENT_SOURCE, values.CONTENT_DIR, space].some((value) => value !== undefined),
      dir: values.CONTENT_DIR ?? defaultContentDir,
      leftOutLimit: values.CONTENT_LEFT_OUT_LIMIT ?? defaultLimit,
      allowedLosses: values.CONTENT_MAY_LACK ?? [],
    },
    public: {
      dir: values.PUBLIC_DIR ?? defaultPublicDir,
      isDirSet: values.PUBLIC_DIR !== undefined,
      mayReplace: values.PUBLIC_MAY_REPLACE ?? [],
    },
    contentful: {
      space,
      environment: values.CONTENTFUL_ENVIRONMENT ?? defaultEnvironment,
      host: values.CONTENTFUL_HOST,
      timeoutMs: values.CONTENTFUL_TIMEOUT ?? defaultTimeoutMs,
      deliveryToken: values.CONTENTFUL_DELIVERY_TOKEN,
      previewToken: values.CONTENTFUL_PREVIEW_TOKEN,
      managementToken: values.CONTENTFUL_MANAGEMENT_TOKEN,
    },
    forms,
    webhook: {
      url: values.WEBHOOK_URL,
      token: values.WEBHOOK_TOKEN,
      signingSecret: values.WEBHOOK_SIGNING_SECRET,
      statusToken: values.PUBLISH_STATUS_TOKEN,
    },
    monitorUrl: values.MONITOR_URL,
    tools: { chromium: values.CHROMIUM_PATH, nginx: values.NGINX_PATH },
    secrets,
  };
}

/** Commands that start servers on this machine: forms are sent to its inbox. */
const localCommands: ReadonlySet<CommandName> = new Set(['start', 'dev', 'preview']);

/**
 * Reads the configuration for the named commands, `build` by default. Empty variables count as unset, and so do those
 * that no named command reads. Throws a `ConfigError` with everything that is wrong or missing.
 */
export function readConfig(env: Environment, ...named: readonly CommandName[]): Config {
  const commands: readonly CommandName[] = named.length === 0 ? ['build'] : named;
  const needed = commands.flatMap((command) => listNeededAccess(command, env));
  const { values, problems } = readValues(selectVariables(env, commands, needed.length > 0));
  const forms = buildFormsConfig(
    values,
    commands.some((command) => localCommands.has(command)) ? 'local' : undefined,
  );
  const config = buildConfig(values, forms, findSecrets(env));
  const unreadable = new Set(problems.map(({ variable }) => variable));
  const crossProblems = [
    ...checkFormsSettings(forms),
    ...(needed.length > 0 ? findMissing(config.contentful, needed) : []),
    ...(commands.includes('setup') ? checkWebhook(config.webhook) : []),
  ];
  const allProblems = [...problems, ...crossProblems.filter(({ variable }) => !unreadable.has(variable))];
  if (allProblems.length > 0) throw new ConfigError(allProblems);
  return deepFreeze(config);
}

/** Like `readConfig`, for the environment of this process. */
export const readCommandConfig = (...commands: readonly CommandName[]): Config =>
  readConfig(readEnvironment(), ...commands);

/** The addresses of the servers that run on this machine. */
export interface LocalServers {
  readonly siteUrl: string;
  /** The address for forms that are sent to this machine. */
  readonly inboxUrl: string;
}

/** Returns the configuration with the addresses of local servers, unless it has others. */
export function addLocalServers(config: Config, { siteUrl, inboxUrl }: LocalServers): Config {
  const { site, forms } = config;
  return deepFreeze({
    ...config,
    site: { ...site, url: site.isUrlSet ? site.url : siteUrl, isUrlSet: true },
    forms:
      forms.mode === 'local' && !forms.isEndpointSet
        ? { ...forms, endpoint: inboxUrl, isEndpointSet: true }
        : forms,
  });
}
