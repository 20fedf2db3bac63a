/** What the environment configures, read and checked once, at the edge of each command. */
import { environment, type Environment } from './environment';
import { formsOf, formsProblem, type FormsConfig } from './forms';
import { ConfigError, readOf, readValues } from './read';
import { secretsIn, type Secret } from './secrets';
import { missingOf, type ContentfulSettings, type SpaceAccess } from './space';
import { defaultLimit, type AllowedLoss, type LeftOutLimit, type SourceName } from './values';
import {
  defaultDir,
  defaultEnvironment,
  defaultTimeout,
  onThisMachine,
  type ConfigReader,
  type VariableValues,
} from './variables';
import { webhookProblem, type WebhookSettings } from './webhook';

export interface SiteConfig {
  /** The absolute address without a slash at the end. */
  readonly url: string;
  /** False where the address is only the default. */
  readonly isUrlSet: boolean;
  /** The instant (ms) that the build takes for now; undefined for the real time. */
  readonly now: number | undefined;
  /** A day that is confirmed to be today. */
  readonly nowConfirmed: string | undefined;
  /** False where nothing of the site is to be kept on visitors' devices. */
  readonly keepsPages: boolean;
}

export interface ContentConfig {
  readonly source: SourceName;
  /** False where the source is only the default. */
  readonly isSourceNamed: boolean;
  readonly dir: string;
  readonly leftOutLimit: LeftOutLimit;
  readonly mayLack: readonly AllowedLoss[];
}

export interface ToolPaths {
  readonly chromium: string | undefined;
  readonly nginx: string | undefined;
}

/** What is configured. It is frozen, and prints without what is secret. */
export interface Config {
  readonly site: SiteConfig;
  readonly content: ContentConfig;
  readonly contentful: ContentfulSettings;
  readonly forms: FormsConfig;
  readonly webhook: WebhookSettings;
  readonly tools: ToolPaths;
  /** What nobody may see, of this program and of the tools around it. */
  readonly secrets: readonly Secret[];
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

/** The environment's own words for a source, before anything is checked. */
function isContentful(env: Environment): boolean {
  const named = env['CONTENT_SOURCE']?.trim() ?? '';
  return named === '' ? Boolean(env['CONTENTFUL_SPACE_ID']?.trim()) : named === 'contentful';
}

/** What is needed of a space, where content is read there or the command is about the space. */
function neededBy(reader: ConfigReader, env: Environment): readonly SpaceAccess[] {
  switch (reader) {
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
      return isContentful(env) ? ['published'] : [];
    default:
      return [];
  }
}

function configOf(values: VariableValues, forms: FormsConfig, secrets: readonly Secret[]): Config {
  const { CONTENTFUL_SPACE_ID: space } = values;
  return {
    site: {
      url: values.SITE_URL ?? onThisMachine,
      isUrlSet: values.SITE_URL !== undefined,
      now: values.SITE_NOW,
      nowConfirmed: values.SITE_NOW_CONFIRMED,
      keepsPages: values.SERVICE_WORKER !== 'off',
    },
    content: {
      source: values.CONTENT_SOURCE ?? (space === undefined ? 'files' : 'contentful'),
      isSourceNamed: [values.CONTENT_SOURCE, values.CONTENT_DIR, space].some((value) => value !== undefined),
      dir: values.CONTENT_DIR ?? defaultDir,
      leftOutLimit: values.CONTENT_LEFT_OUT_LIMIT ?? defaultLimit,
      mayLack: values.CONTENT_MAY_LACK ?? [],
    },
    contentful: {
      space,
      environment: values.CONTENTFUL_ENVIRONMENT ?? defaultEnvironment,
      host: values.CONTENTFUL_HOST,
      timeoutMs: values.CONTENTFUL_TIMEOUT ?? defaultTimeout,
      deliveryToken: values.CONTENTFUL_DELIVERY_TOKEN,
      previewToken: values.CONTENTFUL_PREVIEW_TOKEN,
      managementToken: values.CONTENTFUL_MANAGEMENT_TOKEN,
    },
    forms,
    webhook: {
      url: values.WEBHOOK_URL,
      token: values.WEBHOOK_TOKEN,
      signingSecret: values.WEBHOOK_SIGNING_SECRET,
    },
    tools: { chromium: values.CHROMIUM_PATH, nginx: values.NGINX_PATH },
    secrets,
  };
}

/** Servers of one's own machine: their forms go to the inbox there. */
const local: ReadonlySet<ConfigReader> = new Set(['start', 'dev', 'preview']);

/**
 * What an environment configures for those who read it, `build` where none is named. Variables that they don't read are
 * as if unset, and so are empty ones. Throws a `ConfigError` with everything that is wrong or missing.
 */
export function readConfig(env: Environment, ...named: readonly ConfigReader[]): Config {
  const readers: readonly ConfigReader[] = named.length === 0 ? ['build'] : named;
  const needed = readers.flatMap((reader) => neededBy(reader, env));
  const { values, problems } = readValues(readOf(env, readers, needed.length > 0));
  const forms = formsOf(values, readers.some((reader) => local.has(reader)) ? 'local' : undefined);
  const config = configOf(values, forms, secretsIn(env));
  const unread = new Set(problems.map(({ variable }) => variable));
  const others = [
    ...formsProblem(forms),
    ...(needed.length > 0 ? missingOf(config.contentful, needed) : []),
    ...(readers.includes('setup') ? webhookProblem(config.webhook) : []),
  ];
  const all = [...problems, ...others.filter(({ variable }) => !unread.has(variable))];
  if (all.length > 0) throw new ConfigError(all);
  return deepFreeze(config);
}

/** What the environment of this process configures; otherwise like `readConfig`. */
export const commandConfig = (...readers: readonly ConfigReader[]): Config =>
  readConfig(environment(), ...readers);

/** The servers that a site on this machine has. */
export interface LocalServers {
  readonly siteUrl: string;
  /** Where forms are sent that go to this machine. */
  readonly inboxUrl: string;
}

/** The configuration with this machine's servers where it names no others. */
export function withServers(config: Config, { siteUrl, inboxUrl }: LocalServers): Config {
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
