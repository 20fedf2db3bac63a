/** What the build and the development server tell Astro, which renders in a process of its own or within the server. */
import type { Config } from './config';
import { environment, type Environment } from './environment';
import { formsOf, type FormsSetup } from './forms';
import { ConfigError, readOf, readValues } from './read';
import { environmentVariables } from './variables';

/** What pages are rendered with. */
export interface RenderConfig {
  /** The file with the content; undefined where nothing is rendered, as when types are checked. */
  readonly snapshot: string | undefined;
  /** The file with texts that are HTML already. */
  readonly texts: string | undefined;
  /** The file with the entry that is being written in the editor, in development only. */
  readonly pane: string | undefined;
  /** False where nothing of the site is to be kept on visitors' devices. */
  readonly keepsPages: boolean;
  readonly forms: FormsSetup;
}

/** What a renderer is started with. */
export interface RenderSettings {
  readonly config: Config;
  readonly snapshot: string;
  readonly texts?: string;
  /** The style sheet with the site's colours. */
  readonly colours?: string;
  readonly pane?: string;
  readonly outDir?: string;
  readonly cacheDir?: string;
}

/** The variables that tell a renderer, which `renderConfig` and `astroSettings` read there. */
export function renderEnvironment({ config, snapshot, ...files }: RenderSettings): Environment {
  const { site, forms } = config;
  return {
    SITE_URL: site.url,
    FORMS: forms.mode,
    FORMSPREE_ENDPOINT: forms.isEndpointSet ? forms.endpoint : undefined,
    FORMSPREE_FORM_ID: forms.formId,
    OV_SNAPSHOT: snapshot,
    OV_TEXTS: files.texts,
    OV_COLOURS: files.colours,
    OV_PANE: files.pane,
    OV_OUT_DIR: files.outDir,
    OV_CACHE_DIR: files.cacheDir,
    OV_SERVICE_WORKER: site.keepsPages ? 'on' : 'off',
  };
}

const names = environmentVariables
  .filter(({ readBy }) => readBy.includes('renderer'))
  .map(({ name }) => name);

function read(env: Environment): RenderConfig {
  const { values, problems } = readValues(readOf(env, ['renderer'], false));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    snapshot: values.OV_SNAPSHOT,
    texts: values.OV_TEXTS,
    pane: values.OV_PANE,
    keepsPages: values.OV_SERVICE_WORKER !== 'off',
    forms: Object.freeze(formsOf(values)),
  });
}

let last: { readonly key: string; readonly config: RenderConfig } | undefined;

/**
 * What this process is to render with. Every page asks, and the development server changes it: it is read again where it
 * has changed. Throws a `ConfigError`.
 */
export function renderConfig(): RenderConfig {
  const env = environment();
  const key = names.map((name) => env[name] ?? '').join('\0');
  if (last?.key !== key) last = { key, config: read(env) };
  return last.config;
}
