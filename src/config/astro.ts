/** The settings that `astro.config.mjs` reads. Node loads this file before import aliases work, so it imports nothing. */

export interface AstroSettings {
  /** The address of the site. */
  readonly site: string;
  readonly outDir: string;
  readonly cacheDir: string;
  /** The folder in which a build keeps the bundle of the code; undefined where nothing is built. */
  readonly bundle: string | undefined;
  /** The folder with the style sheets of the site's brand; undefined where nothing is rendered. */
  readonly brand: string | undefined;
}

export function readAstroSettings(): AstroSettings {
  const { SITE_URL, OV_OUT_DIR, OV_CACHE_DIR, OV_BUNDLE, OV_BRAND } = process.env;
  return {
    site: SITE_URL || 'http://localhost:4321',
    outDir: OV_OUT_DIR || 'dist',
    cacheDir: OV_CACHE_DIR || '.local/cache/astro',
    bundle: OV_BUNDLE || undefined,
    brand: OV_BRAND || undefined,
  };
}

/** Names that Astro and Vite define in `import.meta.env`. */
const definedByAstro = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Removes variables that Astro would put into `import.meta.env` in the place of its own: with `DEV=1` in the shell, every
 * page of a build would read all content again.
 */
export function removeReservedVariables(): void {
  for (const name of definedByAstro) Reflect.deleteProperty(process.env, name);
}
