/** Passes settings to Astro, which renders in a separate process or within the development server. */
import type { Config } from './config';
import { readEnvironment, type Environment } from './environment';
import type { FormsSetup } from './forms';

/** The settings with which pages are rendered. */
interface RenderConfig {
  /** The file with the content. */
  readonly snapshot: string;
  /** The file with the entry that is being written in the editor, in development only. */
  readonly pane?: string | undefined;
  /** False if visitors' devices must not store pages of the site. */
  readonly storesPages: boolean;
  readonly forms: FormsSetup;
}

/** The options with which a renderer is started. */
interface RenderSettings extends Pick<RenderConfig, 'snapshot' | 'pane'> {
  readonly config: Config;
  /** The folder with the style sheets of the site's brand. */
  readonly brand?: string;
}

/** Builds the variables for a renderer, which reads them with `readRenderConfig` and `readAstroSettings`. */
export function buildRenderEnvironment({ config, brand, snapshot, pane }: RenderSettings): Environment {
  const { site, forms } = config;
  const settings: RenderConfig = { snapshot, pane, storesPages: site.storesPages, forms };
  return { SITE_URL: site.url, OV_BRAND: brand, OV_RENDER: JSON.stringify(settings) };
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

let last: { readonly text: string; readonly config: RenderConfig } | undefined;

/** Reads the render settings of this process. Every page asks for them, so they are parsed again only after a change. */
export function readRenderConfig(): RenderConfig {
  const text = readEnvironment()['OV_RENDER'];
  if (text === undefined) throw new Error('Nothing says what to render: start a build or npm run dev.');
  if (last?.text !== text) last = { text, config: JSON.parse(text) as RenderConfig };
  return last.config;
}
