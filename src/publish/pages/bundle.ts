/** The bundle of the site's code, from which pages are rendered: made by Astro once for each version of the code. */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defaultBrand } from '@/brand/brand';
import { readBrand } from '@/brand/read-brand';
import { writeBrand } from '@/brand/write-brand';
import { cached } from '@/cache/cached';
import { codeVersion } from '@/cache/code-version';
import { readFiles, writeFiles } from '@/cache/folder-files';
import type { Config } from '@/config/config';
import { buildBundleEnvironment } from '@/config/render-config';
import { explainRenderFailure, followProcess, type RenderFailure } from './render-failure';

const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);

/** If a build is killed, Astro must end too, or it would write into the folder of the next build. */
const endWithParent = ['--import', new URL('./end-with-parent.mjs', import.meta.url).href];

export interface Bundle {
  /** The folder with the modules that render pages. */
  readonly modules: string;
  /** The folder with the files that browsers load: `assets/…`. */
  readonly site: string;
}

interface BundleOptions {
  readonly config: Pick<Config, 'content' | 'site'>;
  /** The hash of the code. */
  readonly code: string;
  /** A folder to work in, which the caller removes. */
  readonly work: string;
  /** Stops it. */
  readonly signal: AbortSignal;
}

/** Identifies everything that pages are made from besides the content. */
export const hashCode = (): string =>
  codeVersion(['src', 'astro.config.mjs', 'package.json', 'tsconfig.json']);

const bundleIn = (folder: string): Bundle => ({
  modules: path.join(folder, 'modules'),
  site: path.join(folder, 'site'),
});

/**
 * True if another build in the same checkout wrote at that moment: Astro's temporary files in `.astro/` have the same
 * names in every build.
 */
const wasDisturbed = ({ output }: RenderFailure) =>
  output.some((line) => /ENOENT.* rename .*[\\/]\.astro[\\/]/.test(line));

/** Attempts of a build that was disturbed. */
const maximumAttempts = 5;

/**
 * Opens the bundle of some code, in the look that the content has, in a folder of its own, made unless it is in the cache. An
 * error reaches the later caller that waits for it: an `OperatorError`, or the signal's reason.
 */
export function openBundle(options: BundleOptions): Promise<Bundle> {
  const { config, code, work } = options;
  const folder = path.join(work, 'bundle');
  const open = async () => {
    const brand = await readBrand(config.content.dir);
    // Astro writes these settings into it.
    const input = JSON.stringify([config.site.url, brand]);
    const files = await cached({ name: 'bundle', code, input }, async () => {
      const styles = path.join(work, 'brand');
      writeBrand(styles, brand ?? defaultBrand);
      await makeBundle(options, folder, styles);
      return readFiles(folder);
    });
    writeFiles(folder, files);
    return bundleIn(folder);
  };
  const bundle = open();
  bundle.catch(() => undefined);
  return bundle;
}

async function makeBundle(options: BundleOptions, folder: string, styles: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const failed = await runAstro(options, folder, styles);
    if (!failed) return;
    options.signal.throwIfAborted();
    if (attempt === maximumAttempts || !wasDisturbed(failed)) throw explainRenderFailure(failed);
  }
}

/** Resolves to the failure; to undefined if everything was bundled. */
async function runAstro(
  { config, work, signal }: BundleOptions,
  folder: string,
  brand: string,
): Promise<RenderFailure | undefined> {
  const { modules, site } = bundleIn(folder);
  const child = spawn(process.execPath, [...endWithParent, astro, 'build'], {
    env: {
      ...process.env,
      ...buildBundleEnvironment(config, { brand, modules, site, cacheDir: path.join(work, 'cache') }),
      // With NODE_ENV=development in the shell, scripts would be different and larger.
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { closed, failure } = followProcess(child, signal);
  await closed;
  return child.exitCode === 0 ? undefined : failure();
}
