/** Every variable of the environment that the program reads, and those of the tools around it that are secret. */
import { z } from 'zod';
import { isFormId } from '@/model/fields/form-id';
import { SecretValue } from './secret-value';
import {
  address,
  allowedLosses,
  contentfulId,
  formServiceUrl,
  formsModes,
  hostAndPort,
  isBare,
  isSecure,
  leftOutLimit,
  listOf,
  localInboxUrl,
  replaceableFiles,
  sourceNames,
} from './values';
import type { CommandName, VariableNote } from './variable-notes';

export const defaultSiteUrl = 'http://localhost:4321';
export const defaultContentDir = 'content';
export const defaultPublicDir = 'public';
export const defaultEnvironment = 'master';
/** The longest wait (ms) for an answer from Contentful. */
export const defaultTimeoutMs = 30_000;

const textVariable = (note: VariableNote) => ({ ...note, schema: z.string() });

const secretVariable = (note: Omit<VariableNote, 'secret'>) => ({
  ...note,
  secret: 'value' as const,
  schema: z.string().transform((text) => new SecretValue(text)),
});

/** Defines a secret that this program doesn't use, but must not publish or print. */
const foreignSecret = (meaning: string) => secretVariable({ group: 'others', meaning, readBy: [] });

const proxyVariable = () =>
  textVariable({ group: 'others', meaning: 'A proxy to use.', secret: 'user-info', readBy: [] });

const idFix =
  'Ids have 1 to 64 letters, digits, dots, hyphens or underscores; copy it from Contentful’s settings.';

/** A variable, and how its value is read where it isn't empty. */
interface Variable extends VariableNote {
  readonly schema: z.ZodType;
}

const siteCommands: readonly CommandName[] = ['build', 'start', 'dev', 'preview'];
const contentCommands: readonly CommandName[] = [...siteCommands, 'check', 'report', 'verify'];
const spaceCommands: readonly CommandName[] = ['importToSpace', 'setup', 'transfer'];

const variables = {
  SITE_URL: {
    group: 'site',
    meaning:
      "The site's absolute address with nothing after the host, for canonical links, sitemaps and forms.",
    default: `\`${defaultSiteUrl}\``,
    secret: 'user-info',
    readBy: contentCommands,
    schema: address(
      ({ protocol, href, origin }) => /^https?:$/.test(protocol) && href === `${origin}/`,
    ).transform(({ origin }) => origin),
    fix: "Write the site's address with its scheme and nothing after the host, such as https://volunteer.example.org: every page links from the root of its host.",
  },
  SITE_NOW: {
    group: 'site',
    meaning:
      'The instant that the build takes for now, `2026-11-25T00:00:00Z`; the same content and instant give the same site.',
    default: 'the real time',
    readBy: [...contentCommands, 'import', 'importToSpace'],
    schema: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
    fix: 'Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.',
  },
  SITE_NOW_CONFIRMED: {
    group: 'site',
    meaning:
      "A day, `2026-11-25`, that confirms that it is today where a build says that the clock can't be right; see [When the clock is wrong](#when-the-clock-is-wrong).",
    readBy: ['build', 'start', 'check', 'report'],
    schema: z.iso.date(),
    fix: 'Write the day that the build is to take for today, such as 2026-11-25, or leave it unset.',
  },
  SERVICE_WORKER: {
    group: 'site',
    meaning:
      '`off` publishes a site that keeps no pages on visitors’ devices, and takes away what an earlier one kept.',
    default: 'on',
    readBy: ['build', 'start'],
    schema: z.string().transform((text) => (text === 'off' ? 'off' : 'on')),
  },

  CONTENT_SOURCE: {
    group: 'content',
    meaning: `Where content is read: ${sourceNames.map((name) => `\`${name}\``).join(' or ')}.`,
    default: '`contentful` where `CONTENTFUL_SPACE_ID` is set, else `files`',
    readBy: contentCommands,
    schema: z.enum(sourceNames),
    fix: `Set it to ${sourceNames.join(' or ')}, or leave it unset.`,
  },
  CONTENT_DIR: textVariable({
    group: 'content',
    meaning:
      'The folder of what the operator owns: the entries that `files` reads, and with every source the brand and texts of the interface.',
    default: `\`${defaultContentDir}\``,
    readBy: [...contentCommands, 'import', 'importToSpace', 'transfer', 'standIn'],
  }),
  CONTENT_LEFT_OUT_LIMIT: {
    group: 'content',
    meaning:
      'How many entries of a type, or pictures, may be left out because something is wrong with them, as a number and a share, of which the larger counts; past it the build fails.',
    default: '`2,2%`',
    readBy: contentCommands,
    schema: leftOutLimit,
    fix: 'Write it as entries and per cent, for example 2,2% (the default).',
  },
  CONTENT_MAY_LACK: {
    group: 'content',
    meaning:
      'Content types, languages and `addresses` that the site may do without, separated by commas, such as `campaign,es`; see [When something is gone](#when-something-is-gone).',
    readBy: contentCommands,
    schema: listOf(allowedLosses),
    fix: `Write one or more of ${allowedLosses.join(', ')}, separated by commas, or leave it unset.`,
  },
  PUBLIC_DIR: textVariable({
    group: 'content',
    meaning:
      'The folder of files that are published as they are; see [Files of your own](#files-of-your-own).',
    default: `\`${defaultPublicDir}\``,
    readBy: contentCommands,
  }),
  PUBLIC_MAY_REPLACE: {
    group: 'content',
    meaning:
      'Files of `PUBLIC_DIR` that are published in the place of the program’s own, separated by commas, such as `robots.txt,.well-known/security.txt`.',
    readBy: contentCommands,
    schema: listOf(replaceableFiles),
    fix: `Write one or more of ${replaceableFiles.join(', ')}, separated by commas, or leave it unset.`,
  },

  CONTENTFUL_SPACE_ID: {
    group: 'contentful',
    meaning: 'The space.',
    readBy: [...contentCommands, ...spaceCommands],
    schema: contentfulId,
    fix: idFix,
  },
  CONTENTFUL_ENVIRONMENT: {
    group: 'contentful',
    meaning: 'The environment of the space.',
    default: `\`${defaultEnvironment}\``,
    readBy: [...contentCommands, ...spaceCommands],
    schema: contentfulId,
    fix: idFix,
  },
  CONTENTFUL_DELIVERY_TOKEN: secretVariable({
    group: 'contentful',
    meaning: 'The access token of the Content Delivery API, which reads what is published.',
    readBy: contentCommands,
  }),
  CONTENTFUL_PREVIEW_TOKEN: secretVariable({
    group: 'contentful',
    meaning:
      'The access token of the Content Preview API, which reads drafts, for `npm run preview:content`.',
    readBy: contentCommands,
  }),
  CONTENTFUL_MANAGEMENT_TOKEN: secretVariable({
    group: 'contentful',
    meaning:
      "A personal access token for `npm run cms`, which writes to the space; it belongs on a person's machine only, and a build doesn’t need it.",
    readBy: ['check', ...spaceCommands],
  }),
  CONTENTFUL_TIMEOUT: {
    group: 'contentful',
    meaning: 'Seconds to wait for one answer of Contentful, 1 to 600.',
    default: String(defaultTimeoutMs / 1000),
    readBy: contentCommands.filter((reader) => reader !== 'preview'),
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .pipe(z.number().max(600))
      .transform((seconds) => seconds * 1000),
    fix: 'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
  },
  CONTENTFUL_HOST: {
    group: 'contentful',
    meaning:
      "`eu.contentful.com` for a space in Contentful's EU data region, or the `host` or `host:port` of a stand-in for all its APIs; plain HTTP is used on this machine only.",
    default: "Contentful's",
    secret: 'user-info',
    readBy: [...contentCommands, ...spaceCommands],
    schema: hostAndPort,
    fix: 'Write it without a scheme, as eu.contentful.com or 127.0.0.1:4600. HTTPS is used everywhere but on loopback.',
  },

  WEBHOOK_URL: {
    group: 'webhooks',
    meaning:
      'Where Contentful tells of what is published, see [Publishing when something changes](#publishing-when-something-changes).',
    secret: 'user-info',
    readBy: ['setup'],
    schema: address(isSecure).transform(({ href }) => href),
    fix: 'Write an https address, such as https://api.github.com/repos/OWNER/REPOSITORY/dispatches; plain http only on this machine.',
  },
  WEBHOOK_TOKEN: secretVariable({
    group: 'webhooks',
    meaning:
      'What a webhook is known by, sent with it to `WEBHOOK_URL` and expected by `publish:local -- --listen`.',
    readBy: ['setup', 'listener'],
  }),

  PUBLISH_STATUS_URL: {
    group: 'webhooks',
    meaning:
      'Where the Contentful app asks what `publish:local -- --listen` publishes, see [Whether a change is live](#whether-a-change-is-live).',
    secret: 'user-info',
    readBy: ['setup'],
    schema: address(isSecure).transform(({ href }) => href),
    fix: 'Write an https address, such as https://volunteer.example.org/publish-status; plain http only on this machine.',
  },
  PUBLISH_STATUS_TOKEN: secretVariable({
    group: 'webhooks',
    meaning:
      'With it, `publish:local -- --listen` tells the tools of editors what it publishes, see [Whether a change is live](#whether-a-change-is-live).',
    readBy: ['setup', 'listener'],
  }),

  MONITOR_URL: {
    group: 'monitoring',
    meaning:
      'The address of a monitoring service that is called when a publish starts, succeeds or fails; see [Monitoring](#monitoring).',
    secret: 'value',
    readBy: ['build'],
    schema: address((url) => isSecure(url) && isBare(url)).transform(({ href }) => new SecretValue(href)),
    fix: 'Copy the https address that your monitoring service gives, without /start or /fail, a question mark, a name or a password; plain http only on this machine.',
  },

  FORMS: {
    group: 'forms',
    meaning: 'Where applications go: `formspree`, `email` or `local`, see [Forms](#forms).',
    default: '`start` and `dev`: `local`; `build`: see [Forms](#forms)',
    readBy: [...siteCommands, 'check'],
    schema: z.enum(formsModes),
    fix: `Set it to ${formsModes.join(', ')}, or leave it unset.`,
  },
  FORMSPREE_FORM_ID: {
    group: 'forms',
    meaning: 'The form for the whole site, which comes before the one in the site settings.',
    default: 'the one in the site settings',
    readBy: [...siteCommands, 'check'],
    schema: z.string().refine(isFormId),
    fix: "Give only the last part of the form's address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.",
  },
  FORMSPREE_ENDPOINT: {
    group: 'forms',
    meaning: 'Where forms are posted to, an `https` address without a name or password.',
    default: `\`${formServiceUrl}\`; with \`FORMS=local\` the inbox`,
    secret: 'user-info',
    readBy: [...siteCommands, 'check'],
    schema: address((url) => isSecure(url) && isBare(url)).transform(({ href }) => href.replace(/\/+$/, '')),
    fix: `Write an https address without a question mark, a name or a password, which every page would publish, such as ${formServiceUrl}, and change a password that stood in it; plain http only on this machine, such as ${localInboxUrl}.`,
  },

  CHROMIUM_PATH: textVariable({
    group: 'tests',
    meaning: 'The browser for the tests.',
    default: 'one that is found, else installed',
    readBy: ['tests'],
  }),
  NGINX_PATH: textVariable({
    group: 'tests',
    meaning: 'The nginx that tests the configuration of web servers.',
    default: 'one that is found, else installed by root on Debian',
    readBy: ['tests'],
  }),

  // docs/operators.md, “Publishing when something changes”.
  NETLIFY_AUTH_TOKEN: foreignSecret('Deploys to Netlify.'),
  CLOUDFLARE_API_TOKEN: foreignSecret('Deploys to Cloudflare Pages.'),
  GITHUB_TOKEN: foreignSecret('Lets a workflow act on the repository.'),
  GH_TOKEN: foreignSecret('The same for GitHub’s command.'),
  NPM_TOKEN: foreignSecret('Reads private packages.'),
  NODE_AUTH_TOKEN: foreignSecret('The same in a workflow.'),
  HTTP_PROXY: proxyVariable(),
  HTTPS_PROXY: proxyVariable(),
  ALL_PROXY: proxyVariable(),
  http_proxy: proxyVariable(),
  https_proxy: proxyVariable(),
  all_proxy: proxyVariable(),
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof variables;

/** The values of all variables; undefined for those that aren't set. */
export type VariableValues = {
  readonly [Name in VariableName]: z.output<(typeof variables)[Name]['schema']> | undefined;
};

export interface EnvironmentVariable extends Variable {
  readonly name: VariableName;
}

/** Every variable with its description, in the order of the documents. */
export const environmentVariables: readonly EnvironmentVariable[] = Object.entries(variables).map(
  ([name, variable]) => ({ ...variable, name: name as VariableName }),
);
