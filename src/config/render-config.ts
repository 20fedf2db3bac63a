/** Passes settings to Astro, which renders in a separate process or within the development server. */
import type { Config } from './config';
import { readEnvironment, type Environment } from './environment';
import { buildFormsConfig, type FormsSetup } from './forms';
import { ConfigError, readValues } from './read-values';
import { environmentVariables } from './variables';

/** The settings with which pages are rendered. */
interface RenderConfig {
  /** The file with the content; undefined if nothing is rendered, as when types are checked. */
  readonly snapshot: string | undefined;
  /** The file with the entry that is being written in the editor, in development only. */
  readonly pane: string | undefined;
  /** False if visitors' devices must not store pages of the site. */
  readonly storesPages: boolean;
  readonly forms: FormsSetup;
}

/** The options with which a renderer is started. */
interface RenderSettings {
  readonly config: Config;
  readonly snapshot: string;
  /** The folder with the style sheets of the site's brand. */
  readonly brand?: string;
  readonly pane?: string;
}

/** Builds the variables for a renderer, which reads them with `readRenderConfig` and `readAstroSettings`. */
export function buildRenderEnvironment({ config, snapshot, ...files }: RenderSettings): Environment {
  const { site, forms } = config;
  return {
    SITE_URL: site.url,
    FORMS: forms.mode,
    FORMSPREE_ENDPOINT: forms.isEndpointSet ? forms.endpoint : undefined,
    FORMSPREE_FORM_ID: forms.formId,
    OV_SNAPSHOT: snapshot,
    OV_BRAND: files.brand,
    OV_PANE: files.pane,
    OV_SERVICE_WORKER: site.storesPages ? 'on' : 'off',
  };
}

/** The folders of a bundle. */
interface BundleFolders {
  /** That with the style sheets of the site's brand. */
  readonly brand: string;
  /** For the modules that render pages. */
  readonly modules: string;
  /** For the files that browsers load. */
  readonly site: string;
  readonly cacheDir: string;
}

/** Builds the variables for Astro, where it bundles the code. It reads them with `readAstroSettings`. */
export const buildBundleEnvironment = (
  { site }: Pick<Config, 'site'>,
  folders: BundleFolders,
): Environment => ({
  SITE_URL: site.url,
  OV_BRAND: folders.brand,
  OV_BUNDLE: folders.modules,
  OV_OUT_DIR: folders.site,
  OV_CACHE_DIR: folders.cacheDir,
});

const rendererVariables = environmentVariables
  .filter(({ readBy }) => readBy.includes('renderer'))
  .map(({ name }) => name);

function parseRenderConfig(env: Environment): RenderConfig {
  const { values, problems } = readValues(env, ['renderer'], false);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    snapshot: values.OV_SNAPSHOT,
    pane: values.OV_PANE,
    storesPages: values.OV_SERVICE_WORKER !== 'off',
    forms: Object.freeze(buildFormsConfig(values)),
  });
}

let last: { readonly key: string; readonly config: RenderConfig } | undefined;

/**
 * Reads the render settings of this process. The development server changes them and every page asks for them, so they
 * are parsed again only after a change. Throws a `ConfigError`.
 */
export function readRenderConfig(): RenderConfig {
  const env = readEnvironment();
  const key = rendererVariables.map((name) => env[name] ?? '').join('\0');
  if (last?.key !== key) last = { key, config: parseRenderConfig(env) };
  return last.config;
}
