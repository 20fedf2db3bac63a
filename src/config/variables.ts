/** Every variable of the environment that the program reads, and those of the tools around it that are secret. */
import { z } from 'zod';
import { OperatorError } from '@/model/operator-error';
import { SecretValue } from './secret-value';
import type { CommandName, VariableNote } from './variable-notes';
import {
  parseAllowedLosses,
  parseConfirmedDay,
  parseContentfulHost,
  createIdParser,
  parseContentfulTimeout,
  parseFormId,
  parseFormsEndpoint,
  parseFormsMode,
  formServiceUrl,
  parseInstant,
  parseLeftOutLimit,
  parseMonitorUrl,
  parseReplaceableFiles,
  parseSiteUrl,
  parseSourceName,
  parseWebhookUrl,
  type Refuse,
} from './values';

export const defaultSiteUrl = 'http://localhost:4321';
export const defaultContentDir = 'content';
export const defaultPublicDir = 'public';
export const defaultEnvironment = 'master';
/** The longest wait (ms) for an answer from Contentful. */
export const defaultTimeoutMs = 30_000;

const notes = z.registry<VariableNote>();

const refuse: Refuse = (message, hint) => {
  throw new OperatorError(message, hint);
};

/** Defines an optional variable. An empty value counts as unset: workflows pass a missing secret that way. */
function defineVariable<Value>({
  read,
  ...note
}: VariableNote & { readonly read: (text: string, refuse: Refuse) => Value }) {
  return z
    .string()
    .optional()
    .transform((given, context): Value | undefined => {
      const text = given?.trim() ?? '';
      if (text === '') return undefined;
      try {
        return read(text, refuse);
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        const { message, hint } = error;
        context.addIssue({ code: 'custom', message, params: { hint } });
        return z.NEVER;
      }
    })
    .register(notes, note);
}

const textVariable = (note: VariableNote) => defineVariable({ ...note, read: (text) => text });

const secretVariable = (note: Omit<VariableNote, 'secret'>) =>
  defineVariable({ ...note, secret: 'value', read: (text) => new SecretValue(text) });

/** Defines a secret that this program doesn't use, but must not publish or print. */
const foreignSecret = (meaning: string) => secretVariable({ group: 'others', meaning, readBy: [] });
const proxyVariable = () =>
  textVariable({ group: 'others', meaning: 'A proxy to use.', secret: 'user-info', readBy: [] });

const rendererVariable = (meaning: string) =>
  textVariable({ group: 'renderer', meaning, readBy: ['renderer'] });

const siteCommands: readonly CommandName[] = ['build', 'start', 'dev', 'preview'];
const contentCommands: readonly CommandName[] = [...siteCommands, 'check', 'report', 'verify'];
const spaceCommands: readonly CommandName[] = ['importToSpace', 'setup', 'transfer'];

export const environmentSchema = z.object({
  SITE_URL: defineVariable({
    group: 'site',
    meaning:
      "The site's absolute address with nothing after the host, for canonical links, sitemaps and forms.",
    default: `\`${defaultSiteUrl}\``,
    secret: 'user-info',
    readBy: [...contentCommands, 'renderer'],
    read: parseSiteUrl,
  }),
  SITE_NOW: defineVariable({
    group: 'site',
    meaning:
      'The instant that the build takes for now, `2026-11-25T00:00:00Z`; the same content and instant give the same site.',
    default: 'the real time',
    readBy: [...contentCommands, 'import', 'importToSpace'],
    read: parseInstant,
  }),
  SITE_NOW_CONFIRMED: defineVariable({
    group: 'site',
    meaning:
      "A day, `2026-11-25`, that confirms that it is today where a build says that the clock can't be right; see [When the clock is wrong](#when-the-clock-is-wrong).",
    readBy: ['build', 'start', 'check', 'report'],
    read: parseConfirmedDay,
  }),
  SERVICE_WORKER: defineVariable({
    group: 'site',
    meaning:
      '`off` publishes a site that keeps no pages on visitors’ devices, and takes away what an earlier one kept.',
    default: 'on',
    readBy: ['build', 'start'],
    read: (text) => (text === 'off' ? 'off' : 'on'),
  }),

  CONTENT_SOURCE: defineVariable({
    group: 'content',
    meaning: 'Where content is read: `files` or `contentful`.',
    default: '`contentful` where `CONTENTFUL_SPACE_ID` is set, else `files`',
    readBy: contentCommands,
    read: parseSourceName,
  }),
  CONTENT_DIR: textVariable({
    group: 'content',
    meaning:
      'The folder of what the operator owns: the entries that `files` reads, and with every source the brand and texts of the interface.',
    default: `\`${defaultContentDir}\``,
    readBy: [...contentCommands, 'import', 'importToSpace', 'transfer', 'standIn'],
  }),
  CONTENT_LEFT_OUT_LIMIT: defineVariable({
    group: 'content',
    meaning:
      'How many entries of a type, or pictures, may be left out because something is wrong with them, as a number and a share, of which the larger counts; past it the build fails.',
    default: '`2,2%`',
    readBy: contentCommands,
    read: parseLeftOutLimit,
  }),
  CONTENT_MAY_LACK: defineVariable({
    group: 'content',
    meaning:
      'Content types, languages and `addresses` that the site may do without, separated by commas, such as `campaign,es`; see [When something is gone](#when-something-is-gone).',
    readBy: contentCommands,
    read: parseAllowedLosses,
  }),
  PUBLIC_DIR: textVariable({
    group: 'content',
    meaning:
      'The folder of files that are published as they are; see [Files of your own](#files-of-your-own).',
    default: `\`${defaultPublicDir}\``,
    readBy: contentCommands,
  }),
  PUBLIC_MAY_REPLACE: defineVariable({
    group: 'content',
    meaning:
      'Files of `PUBLIC_DIR` that are published in the place of the program’s own, separated by commas, such as `robots.txt,.well-known/security.txt`.',
    readBy: contentCommands,
    read: parseReplaceableFiles,
  }),

  CONTENTFUL_SPACE_ID: defineVariable({
    group: 'contentful',
    meaning: 'The space.',
    readBy: [...contentCommands, ...spaceCommands],
    read: createIdParser('CONTENTFUL_SPACE_ID'),
  }),
  CONTENTFUL_ENVIRONMENT: defineVariable({
    group: 'contentful',
    meaning: 'The environment of the space.',
    default: `\`${defaultEnvironment}\``,
    readBy: [...contentCommands, ...spaceCommands],
    read: createIdParser('CONTENTFUL_ENVIRONMENT'),
  }),
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
  CONTENTFUL_TIMEOUT: defineVariable({
    group: 'contentful',
    meaning: 'Seconds to wait for one answer of Contentful, 1 to 600.',
    default: String(defaultTimeoutMs / 1000),
    readBy: contentCommands.filter((reader) => reader !== 'preview'),
    read: parseContentfulTimeout,
  }),
  CONTENTFUL_HOST: defineVariable({
    group: 'contentful',
    meaning:
      "`eu.contentful.com` for a space in Contentful's EU data region, or the `host` or `host:port` of a stand-in for all its APIs; plain HTTP is used on this machine only.",
    default: "Contentful's",
    secret: 'user-info',
    readBy: [...contentCommands, ...spaceCommands],
    read: parseContentfulHost,
  }),

  WEBHOOK_URL: defineVariable({
    group: 'webhooks',
    meaning:
      'Where Contentful tells of what is published, see [Publishing when something changes](#publishing-when-something-changes).',
    secret: 'user-info',
    readBy: ['setup'],
    read: parseWebhookUrl,
  }),
  WEBHOOK_TOKEN: secretVariable({
    group: 'webhooks',
    meaning:
      'What a webhook is known by, sent with it to `WEBHOOK_URL` and expected by `publish:local -- --listen`.',
    readBy: ['setup', 'listener'],
  }),
  WEBHOOK_SIGNING_SECRET: secretVariable({
    group: 'webhooks',
    meaning:
      'With it, `publish:local -- --listen` accepts only webhooks that Contentful signed with it, see [Publishing from webhooks](#publishing-from-webhooks).',
    readBy: ['listener'],
  }),

  PUBLISH_STATUS_TOKEN: secretVariable({
    group: 'webhooks',
    meaning:
      'With it, `publish:local -- --listen` tells the tools of editors what it publishes, see [Whether a change is live](#whether-a-change-is-live).',
    readBy: ['listener'],
  }),

  MONITOR_URL: defineVariable({
    group: 'monitoring',
    meaning:
      'The address of a monitoring service that is called when a publish starts, succeeds or fails; see [Monitoring](#monitoring).',
    secret: 'value',
    readBy: ['build'],
    read: parseMonitorUrl,
  }),

  FORMS: defineVariable({
    group: 'forms',
    meaning: 'Where applications go: `formspree`, `email` or `local`, see [Forms](#forms).',
    default: '`start` and `dev`: `local`; `build`: see [Forms](#forms)',
    readBy: [...siteCommands, 'check', 'renderer'],
    read: parseFormsMode,
  }),
  FORMSPREE_FORM_ID: defineVariable({
    group: 'forms',
    meaning: 'The form for the whole site, which comes before the one in the site settings.',
    default: 'the one in the site settings',
    readBy: [...siteCommands, 'check', 'renderer'],
    read: parseFormId,
  }),
  FORMSPREE_ENDPOINT: defineVariable({
    group: 'forms',
    meaning: 'Where forms are posted to, an `https` address without a name or password.',
    default: `\`${formServiceUrl}\`; with \`FORMS=local\` the inbox`,
    secret: 'user-info',
    readBy: [...siteCommands, 'check', 'renderer'],
    read: parseFormsEndpoint,
  }),

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

  OV_SNAPSHOT: rendererVariable('The file with the content to render.'),
  OV_BRAND: rendererVariable('The folder with the style sheets of the brand of the site.'),
  OV_PANE: rendererVariable('The file with the entry that is being written in the editor.'),
  OV_OUT_DIR: rendererVariable('The folder for the files that browsers load.'),
  OV_BUNDLE: rendererVariable('The folder for the modules that render pages.'),
  OV_CACHE_DIR: rendererVariable('The folder for what Astro keeps.'),
  OV_SERVICE_WORKER: rendererVariable('`off` where the site keeps no pages on visitors’ devices.'),

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
});

export type VariableName = keyof typeof environmentSchema.shape;

/** The parsed values of all variables; undefined for those that aren't set. */
export type VariableValues = z.output<typeof environmentSchema>;

export interface EnvironmentVariable extends VariableNote {
  readonly name: VariableName;
}

function describeVariable([name, schema]: [string, z.ZodType]): EnvironmentVariable {
  const note = notes.get(schema);
  if (!note) throw new Error(`${name} has no note.`);
  return { ...note, name: name as VariableName };
}

/** Every variable with its description, in the order of the documents. */
export const environmentVariables: readonly EnvironmentVariable[] = Object.entries(
  environmentSchema.shape,
).map(describeVariable);
