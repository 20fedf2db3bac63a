/** Every variable of the environment that the program reads, and those of the tools around it that are secret. */
import { z } from 'zod';
import { SecretValue } from './secret-value';
import {
  allowedLosses,
  confirmedDay,
  contentfulHost,
  contentfulId,
  contentfulTimeout,
  formId,
  formsEndpoint,
  formsMode,
  formspree,
  instant,
  leftOutLimit,
  siteUrl,
  sourceName,
  webhookUrl,
  type Refuse,
} from './values';

export const onThisMachine = 'http://localhost:4321';
export const defaultDir = 'content';
export const defaultEnvironment = 'master';
/** Longest wait (ms) for an answer of Contentful. */
export const defaultTimeout = 30_000;

/** What reads variables, as operators call it: each is a command, or a few that read the same. */
export const readers = {
  build: '`build`',
  start: '`start`',
  dev: '`dev`',
  preview: '`preview:content`',
  check: '`check`',
  report: '`report`',
  import: '`import`',
  importToSpace: '`import`',
  setup: '`setup`',
  transfer: '`push`, `pull`',
  listener: '`publish:local -- --listen`',
  standIn: '`local:contentful`',
  tests: 'tests',
  /** Astro, which the build and the development server start. */
  renderer: '',
} as const;

export type ConfigReader = keyof typeof readers;

/** What belongs together for an operator, in the order of the documents. */
export const groups = {
  site: 'The site',
  content: 'Content',
  contentful: 'Contentful',
  webhooks: 'Publishing when something changes',
  forms: 'Forms',
  tests: 'Tests',
  // In no document, since nobody sets them for this program.
  renderer: 'What the build tells its renderer',
  others: 'Secrets of the tools around it',
} as const;

export type VariableGroup = keyof typeof groups;

/** What is said of a variable. Texts are Markdown. */
export interface VariableNote {
  readonly group: VariableGroup;
  /** One sentence. */
  readonly meaning: string;
  /** What counts where it isn't set; nothing where there is no default. */
  readonly default?: string;
  /** `value`: nobody may see it. `user-info`: an address, in which a name and a password may stand. */
  readonly secret?: 'value' | 'user-info';
  readonly readBy: readonly ConfigReader[];
}

const notes = z.registry<VariableNote>();

class Refusal {
  constructor(
    readonly message: string,
    readonly hint: string | undefined,
  ) {}
}

const refuse: Refuse = (message, hint) => {
  throw new Refusal(message, hint);
};

/** A variable that may be unset, which is what an empty value counts as: a missing secret of a workflow is one. */
function variable<Value>(note: VariableNote, read: (said: string, refuse: Refuse) => Value) {
  return z
    .string()
    .optional()
    .transform((given, context): Value | undefined => {
      const said = given?.trim() ?? '';
      if (said === '') return undefined;
      try {
        return read(said, refuse);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { message, hint } = error;
        context.addIssue({ code: 'custom', message, params: { hint } });
        return z.NEVER;
      }
    })
    .register(notes, note);
}

const text = (note: VariableNote) => variable(note, (said) => said);

const secret = (note: Omit<VariableNote, 'secret'>) =>
  variable({ ...note, secret: 'value' }, (said) => new SecretValue(said));

/** Read by nothing here: it is only kept out of what is published and printed. */
const secretOfOthers = (meaning: string) => secret({ group: 'others', meaning, readBy: [] });
const proxy = () => text({ group: 'others', meaning: 'A proxy to use.', secret: 'user-info', readBy: [] });

const ofTheBuild = (meaning: string) => text({ group: 'renderer', meaning, readBy: ['renderer'] });

const sites: readonly ConfigReader[] = ['build', 'start', 'dev', 'preview'];
const contentReaders: readonly ConfigReader[] = [...sites, 'check', 'report'];
const spaceCommands: readonly ConfigReader[] = ['importToSpace', 'setup', 'transfer'];

export const environmentSchema = z.object({
  SITE_URL: variable(
    {
      group: 'site',
      meaning:
        "The site's absolute address with nothing after the host, for canonical links, sitemaps and forms.",
      default: `\`${onThisMachine}\``,
      secret: 'user-info',
      readBy: [...contentReaders, 'renderer'],
    },
    siteUrl,
  ),
  SITE_NOW: variable(
    {
      group: 'site',
      meaning:
        'The instant that the build takes for now, `2026-11-25T00:00:00Z`; the same content and instant give the same site.',
      default: 'the real time',
      readBy: [...contentReaders, 'import', 'importToSpace'],
    },
    instant,
  ),
  SITE_NOW_CONFIRMED: variable(
    {
      group: 'site',
      meaning:
        "A day, `2026-11-25`, that confirms that it is today where a build says that the clock can't be right; see [When the clock is wrong](#when-the-clock-is-wrong).",
      readBy: ['build', 'start', 'check', 'report'],
    },
    confirmedDay,
  ),
  SERVICE_WORKER: variable(
    {
      group: 'site',
      meaning:
        '`off` publishes a site that keeps no pages on visitors’ devices, and takes away what an earlier one kept.',
      default: 'on',
      readBy: ['build', 'start'],
    },
    (said) => (said === 'off' ? 'off' : 'on'),
  ),

  CONTENT_SOURCE: variable(
    {
      group: 'content',
      meaning: 'Where content is read: `files` or `contentful`.',
      default: '`contentful` where `CONTENTFUL_SPACE_ID` is set, else `files`',
      readBy: contentReaders,
    },
    sourceName,
  ),
  CONTENT_DIR: text({
    group: 'content',
    meaning:
      'The folder of what the operator owns: the entries that `files` reads, and with every source the brand and texts of the interface.',
    default: `\`${defaultDir}\``,
    readBy: [...contentReaders, 'import', 'importToSpace', 'transfer', 'standIn'],
  }),
  CONTENT_LEFT_OUT_LIMIT: variable(
    {
      group: 'content',
      meaning:
        'How many entries of a type, or pictures, may be left out because something is wrong with them, as a number and a share, of which the larger counts; past it the build fails.',
      default: '`2,2%`',
      readBy: contentReaders,
    },
    leftOutLimit,
  ),
  CONTENT_MAY_LACK: variable(
    {
      group: 'content',
      meaning:
        'Content types, languages and `addresses` that the site may do without, separated by commas, such as `campaign,es`; see [When something is gone](#when-something-is-gone).',
      readBy: contentReaders,
    },
    allowedLosses,
  ),

  CONTENTFUL_SPACE_ID: variable(
    { group: 'contentful', meaning: 'The space.', readBy: [...contentReaders, ...spaceCommands] },
    contentfulId('CONTENTFUL_SPACE_ID'),
  ),
  CONTENTFUL_ENVIRONMENT: variable(
    {
      group: 'contentful',
      meaning: 'The environment of the space.',
      default: `\`${defaultEnvironment}\``,
      readBy: [...contentReaders, ...spaceCommands],
    },
    contentfulId('CONTENTFUL_ENVIRONMENT'),
  ),
  CONTENTFUL_DELIVERY_TOKEN: secret({
    group: 'contentful',
    meaning: 'The access token of the Content Delivery API, which reads what is published.',
    readBy: contentReaders,
  }),
  CONTENTFUL_PREVIEW_TOKEN: secret({
    group: 'contentful',
    meaning:
      'The access token of the Content Preview API, which reads drafts, for `npm run preview:content`.',
    readBy: ['preview'],
  }),
  CONTENTFUL_MANAGEMENT_TOKEN: secret({
    group: 'contentful',
    meaning:
      "A personal access token for `npm run cms`, which writes to the space; it belongs on a person's machine only, and a build doesn’t need it.",
    readBy: ['check', ...spaceCommands],
  }),
  CONTENTFUL_TIMEOUT: variable(
    {
      group: 'contentful',
      meaning: 'Seconds to wait for one answer of Contentful, 1 to 600.',
      default: String(defaultTimeout / 1000),
      readBy: contentReaders.filter((reader) => reader !== 'preview'),
    },
    contentfulTimeout,
  ),
  CONTENTFUL_HOST: variable(
    {
      group: 'contentful',
      meaning: "`host` or `host:port` instead of Contentful's; plain HTTP is used on this machine only.",
      default: "Contentful's",
      secret: 'user-info',
      readBy: [...contentReaders, ...spaceCommands],
    },
    contentfulHost,
  ),

  WEBHOOK_URL: variable(
    {
      group: 'webhooks',
      meaning:
        'Where Contentful tells of what is published, see [Publishing when something changes](#publishing-when-something-changes).',
      secret: 'user-info',
      readBy: ['setup'],
    },
    webhookUrl,
  ),
  WEBHOOK_TOKEN: secret({
    group: 'webhooks',
    meaning:
      'What a webhook is known by, sent with it to `WEBHOOK_URL` and expected by `publish:local -- --listen`.',
    readBy: ['setup', 'listener'],
  }),
  WEBHOOK_SIGNING_SECRET: secret({
    group: 'webhooks',
    meaning:
      'With it, `publish:local -- --listen` accepts only webhooks that Contentful signed with it, see [Publishing from webhooks](#publishing-from-webhooks).',
    readBy: ['listener'],
  }),

  FORMS: variable(
    {
      group: 'forms',
      meaning: 'Where applications go: `formspree`, `email` or `local`, see [Forms](#forms).',
      default: '`start` and `dev`: `local`; `build`: see [Forms](#forms)',
      readBy: [...sites, 'check', 'renderer'],
    },
    formsMode,
  ),
  FORMSPREE_FORM_ID: variable(
    {
      group: 'forms',
      meaning: 'The form for the whole site, which comes before the one in the site settings.',
      default: 'the one in the site settings',
      readBy: [...sites, 'check', 'renderer'],
    },
    formId,
  ),
  FORMSPREE_ENDPOINT: variable(
    {
      group: 'forms',
      meaning: 'Where forms are posted to, an `https` address without a name or password.',
      default: `\`${formspree}\`; with \`FORMS=local\` the inbox`,
      secret: 'user-info',
      readBy: [...sites, 'check', 'renderer'],
    },
    formsEndpoint,
  ),

  CHROMIUM_PATH: text({
    group: 'tests',
    meaning: 'The browser for the tests.',
    default: 'one that is found, else installed',
    readBy: ['tests'],
  }),
  NGINX_PATH: text({
    group: 'tests',
    meaning: 'The nginx that tests the configuration of web servers.',
    default: 'one that is found, else installed by root on Debian',
    readBy: ['tests'],
  }),

  OV_SNAPSHOT: ofTheBuild('The file with the content to render.'),
  OV_TEXTS: ofTheBuild('The file with texts that are HTML already.'),
  OV_COLOURS: ofTheBuild('The style sheet with the colours of the site.'),
  OV_PANE: ofTheBuild('The file with the entry that is being written in the editor.'),
  OV_OUT_DIR: ofTheBuild('The folder for the pages.'),
  OV_CACHE_DIR: ofTheBuild('The folder for what Astro keeps.'),
  OV_SERVICE_WORKER: ofTheBuild('`off` where the site keeps no pages on visitors’ devices.'),

  // docs/operators.md, “Publishing when something changes”.
  NETLIFY_AUTH_TOKEN: secretOfOthers('Deploys to Netlify.'),
  CLOUDFLARE_API_TOKEN: secretOfOthers('Deploys to Cloudflare Pages.'),
  GITHUB_TOKEN: secretOfOthers('Lets a workflow act on the repository.'),
  GH_TOKEN: secretOfOthers('The same for GitHub’s command.'),
  NPM_TOKEN: secretOfOthers('Reads private packages.'),
  NODE_AUTH_TOKEN: secretOfOthers('The same in a workflow.'),
  HTTP_PROXY: proxy(),
  HTTPS_PROXY: proxy(),
  ALL_PROXY: proxy(),
  http_proxy: proxy(),
  https_proxy: proxy(),
  all_proxy: proxy(),
});

export type VariableName = keyof typeof environmentSchema.shape;

/** The values of all variables, read; undefined where one isn't set. */
export type VariableValues = z.output<typeof environmentSchema>;

export interface EnvironmentVariable extends VariableNote {
  readonly name: VariableName;
}

function describe([name, schema]: [string, z.ZodType]): EnvironmentVariable {
  const note = notes.get(schema);
  if (!note) throw new Error(`${name} has no note.`);
  return { ...note, name: name as VariableName };
}

/** Every variable with what is said of it, in the order of the documents. */
export const environmentVariables: readonly EnvironmentVariable[] = Object.entries(
  environmentSchema.shape,
).map(describe);
