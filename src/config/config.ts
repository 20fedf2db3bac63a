/** The configuration from the environment. Each command reads and checks it once, when it starts. */
import { readEnvironment, type Environment } from './environment';
import { buildFormsConfig, checkFormsSettings, type FormsConfig } from './forms';
import { ConfigError, readValues, type ConfigProblem } from './read-values';
import { findSecrets, type Secret } from './secrets';
import { buildSpaceSettings, findMissing, type SpaceAccess } from './space';
import { defaultLimit } from './values';
import type { CommandName } from './variable-notes';
import { defaultContentDir, defaultPublicDir, defaultSiteUrl, type VariableValues } from './variables';

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

/** The access to a space that each command needs: to manage it, or to read content that is there. */
const spaceAccess: Readonly<Partial<Record<CommandName, readonly SpaceAccess[]>>> = {
  importToSpace: ['management'],
  setup: ['management'],
  transfer: ['management'],
  preview: ['drafts', 'published'],
  build: ['published'],
  start: ['published'],
  dev: ['published'],
  check: ['published'],
  report: ['published'],
  verify: ['published'],
};

function buildConfig(values: VariableValues, forms: FormsConfig, secrets: readonly Secret[]) {
  const { CONTENTFUL_SPACE_ID: space } = values;
  return {
    site: {
      /** The absolute address without a slash at the end. */
      url: values.SITE_URL ?? defaultSiteUrl,
      /** False if the address is only the default. */
      isUrlSet: values.SITE_URL !== undefined,
      /** The instant (ms) that the build uses as the present; undefined for the real time. */
      now: values.SITE_NOW,
      /** The day that the operator confirmed to be today. */
      nowConfirmed: values.SITE_NOW_CONFIRMED,
      /** False if visitors' devices must not store pages of the site. */
      storesPages: values.SERVICE_WORKER !== 'off',
    },
    content: {
      source: values.CONTENT_SOURCE ?? (space === undefined ? 'files' : 'contentful'),
      /** False if the source is only the default. */
      isSourceSet: [values.CONTENT_SOURCE, values.CONTENT_DIR, space].some((value) => value !== undefined),
      dir: values.CONTENT_DIR ?? defaultContentDir,
      leftOutLimit: values.CONTENT_LEFT_OUT_LIMIT ?? defaultLimit,
      allowedLosses: values.CONTENT_MAY_LACK ?? [],
    },
    /** The files that are published as they are. */
    public: {
      dir: values.PUBLIC_DIR ?? defaultPublicDir,
      /** False if the folder is only the default, which may be missing. */
      isDirSet: values.PUBLIC_DIR !== undefined,
      /** Those that are published in the place of the program's own. */
      mayReplace: values.PUBLIC_MAY_REPLACE ?? [],
    },
    contentful: buildSpaceSettings(values),
    forms,
    webhook: {
      /** The address that a space calls when something is published. */
      url: values.WEBHOOK_URL,
      token: values.WEBHOOK_TOKEN,
      /** Where editors' tools ask for the publisher's status, and with which token. */
      statusUrl: values.PUBLISH_STATUS_URL,
      statusToken: values.PUBLISH_STATUS_TOKEN,
    },
    /** The address that is called when a publish starts, succeeds or fails. It is a secret: anyone who knows it can call it. */
    monitorUrl: values.MONITOR_URL,
    tools: { chromium: values.CHROMIUM_PATH, nginx: values.NGINX_PATH },
    /** Secrets of this program and of the tools around it, which must never be shown. */
    secrets,
  } as const;
}

/** The whole configuration. It is frozen, and secrets in it print as `[secret]`. */
export type Config = ReturnType<typeof buildConfig>;

/** Returns a problem if the webhook has an address but no token. */
function checkWebhook({ webhook: { url, token } }: Config): ConfigProblem[] {
  if (url === undefined || token !== undefined) return [];
  return [
    {
      variable: 'WEBHOOK_TOKEN',
      message: 'WEBHOOK_TOKEN is not set, so a webhook couldn’t show who sent it.',
      hint: 'For GitHub, make a fine-grained token that may write the contents of that one repository; for a listener of your own, any long random word.',
    },
  ];
}

/** Commands that start servers on this machine: forms are sent to its inbox. */
const localCommands: ReadonlySet<CommandName> = new Set(['start', 'dev', 'preview']);

/**
 * Reads the configuration for the named commands, `build` by default. Empty variables count as unset, and so do those
 * that no named command reads. Throws a `ConfigError` with everything that is wrong or missing.
 */
export function readConfig(env: Environment, ...named: readonly CommandName[]): Config {
  const commands: readonly CommandName[] = named.length === 0 ? ['build'] : named;
  const needed = commands
    .flatMap((command) => spaceAccess[command] ?? [])
    .filter((access) => access === 'management' || isContentful(env));
  const { values, problems } = readValues(env, commands, needed.length > 0);
  const forms = buildFormsConfig(
    values,
    commands.some((command) => localCommands.has(command)) ? 'local' : undefined,
  );
  const config = buildConfig(values, forms, findSecrets(env));
  const unreadable = new Set(problems.map(({ variable }) => variable));
  const crossProblems = [
    ...checkFormsSettings(forms),
    ...findMissing(config.contentful, needed),
    ...(commands.includes('setup') ? checkWebhook(config) : []),
  ];
  const allProblems = [...problems, ...crossProblems.filter(({ variable }) => !unreadable.has(variable))];
  if (allProblems.length > 0) throw new ConfigError(allProblems);
  return deepFreeze(config);
}

/** Like `readConfig`, for the environment of this process. */
export const readCommandConfig = (...commands: readonly CommandName[]): Config =>
  readConfig(readEnvironment(), ...commands);

/** Returns the configuration with the addresses of the site and of the inbox on this machine, unless it has others. */
export function addLocalServers(
  config: Config,
  { siteUrl, inboxUrl }: { readonly siteUrl: string; readonly inboxUrl: string },
): Config {
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
