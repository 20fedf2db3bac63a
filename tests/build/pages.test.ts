/**
 * Pages are rendered by processes of ours from Astro's bundle, through interfaces that Astro may change. Each page of a
 * small site is compared with the one that `astro build` itself makes.
 */
/** @module-tag core */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { defaultBrand } from '@/brand/brand';
import { writeBrand } from '@/brand/write-brand';
import { readConfig } from '@/config/config';
import { buildBundleEnvironment, buildRenderEnvironment } from '@/config/render-config';
import { listFiles } from '@/cache/folder-files';
import { finishPage } from '@/publish/pages/finish-page';
import { createIntegrityReader } from '@/publish/pages/finish-page';
import { addSearchHints } from '@/publish/pages/search-hints';
import { prepareContent } from '@/site/prepare/prepare';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { locales } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { freshFolder } from './folders';
import { plainEnv, siteNow } from './run-build';
import { sharedSite } from './shared-site';
import { smallContent } from './small-content';

/** Builds the small content by Astro alone. Resolves to the folder. */
async function buildByAstro(): Promise<string> {
  const root = path.resolve(await freshFolder('pages'));
  const config = readConfig({ CONTENT_DIR: smallContent, SITE_NOW: siteNow });
  const { content, making } = await prepareContent(config, () => undefined);
  making.stop();
  const snapshot = path.join(root, 'snapshot.json');
  await writeSnapshot(snapshot, content);
  const brand = path.join(root, 'brand');
  writeBrand(brand, defaultBrand);
  const folders = { brand, modules: '', site: path.join(root, 'site'), cacheDir: path.join(root, 'cache') };
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    env: {
      ...plainEnv(),
      ...buildRenderEnvironment({ config, snapshot }),
      // Without a folder for the bundle, Astro renders.
      ...buildBundleEnvironment(config, folders),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  return folders.site;
}

it('are those that Astro makes, to the byte', async () => {
  const [{ dir }, made] = await Promise.all([sharedSite('minimal'), buildByAstro()]);
  const searches = new Map(
    locales.map((locale) => [`${pathOf(locale, { to: 'section', section: 'search' })}index.html`, locale]),
  );
  const integrityOf = createIntegrityReader(made);
  const finish = async (file: string, html: string) => {
    const locale = searches.get(file);
    return finishPage(locale ? await addSearchHints(html, locale, made) : html, integrityOf);
  };
  const files = [...listFiles(made)];
  expect(files.filter((file) => file.endsWith('.html')).length).toBeGreaterThan(200);
  for (const file of files) {
    const bytes = readFileSync(path.join(made, file));
    const expected = file.endsWith('.html') ? Buffer.from(await finish(file, bytes.toString())) : bytes;
    expect(readFileSync(path.join(dir, file)).equals(expected), file).toBe(true);
  }
});
