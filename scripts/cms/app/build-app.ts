/** Builds the app: the model's description in each language, the code, the page and the styles in one folder. */
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { editorTexts } from '@/i18n/editor';
import { locales } from '@/i18n/locales';
import { bundleOptions } from '@scripts/forms/bundle-options';
import { installPackages } from '@scripts/install/command-packages';
import { describeModel } from './describe-model';
import type { TypeFields } from '@scripts/forms/describe/description';
import type { PageWords } from '@scripts/forms/ui/words';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The packages of the app. */
export const appPackages = { folder, name: 'the packages of the Contentful app' };

/** Installs what the app is made of, if it is missing, and builds it into a folder. Returns the names of its files. */
export async function buildApp(outDir: string, print: (line: string) => void): Promise<string[]> {
  installPackages(appPackages, print);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await build({
    ...bundleOptions,
    entryPoints: { main: path.join(folder, 'ui/main.tsx') },
    outdir: outDir,
    // The SDK wraps a client that the app doesn't use, ten times its own size.
    alias: { ...bundleOptions.alias, 'contentful-management': path.join(folder, 'ui/no-management.ts') },
  });
  await cp(path.join(folder, 'ui/index.html'), path.join(outDir, 'index.html'));
  for (const locale of locales) {
    const file: PageWords<TypeFields> = { texts: editorTexts(locale), forms: describeModel(locale) };
    await writeFile(path.join(outDir, `${locale}.json`), JSON.stringify(file));
  }
  return (await readdir(outDir)).toSorted();
}
