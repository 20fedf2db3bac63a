/** Builds the app: the model's description in each language, the code, the page and the styles in one folder. */
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { editorTexts } from '@/i18n/editor';
import { locales } from '@/i18n/locales';
import { preactForReact } from '@scripts/forms/preact-for-react';
import { installPackages } from '@scripts/install/command-packages';
import { describeModel } from './describe-model';
import type { LanguageFile } from './ui/language';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The packages of the app. */
export const appPackages = { folder, name: 'the packages of the Contentful app' };

/** Contentful's limits for an app that it serves. */
export const appLimits = { bytes: 10 * 1024 * 1024, files: 500 };

/** A file of the built app. */
export interface AppFile {
  readonly name: string;
  readonly bytes: number;
}

/** Installs what the app is made of, if it is missing, and builds it into a folder. Returns its files. */
export async function buildApp(outDir: string, print: (line: string) => void): Promise<AppFile[]> {
  installPackages(appPackages, print);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { main: path.join(folder, 'ui/main.tsx') },
    outdir: outDir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // The SDK wraps a client that the app doesn't use, ten times its own size.
    alias: { ...preactForReact, 'contentful-management': path.join(folder, 'ui/no-management.ts') },
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await cp(path.join(folder, 'ui/index.html'), path.join(outDir, 'index.html'));
  for (const locale of locales) {
    const file: LanguageFile = { texts: editorTexts(locale), model: describeModel(locale) };
    await writeFile(path.join(outDir, `${locale}.json`), JSON.stringify(file));
  }
  return listFiles(outDir);
}

/** The files of a folder by name. */
async function listFiles(dir: string): Promise<AppFile[]> {
  const names = (await readdir(dir)).toSorted();
  return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(path.join(dir, name))).size })));
}

const formatKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Formats the sizes, with the share of what Contentful allows. */
export function formatSizes(files: readonly AppFile[]): string[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = ((100 * total) / appLimits.bytes).toFixed(1);
  return [
    ...files.map(({ name, bytes }) => `  ${name.padEnd(24)} ${formatKilobytes(bytes).padStart(9)}`),
    `${files.length} files of ${appLimits.files} that Contentful allows, ${formatKilobytes(total)} (${share} % of 10 MB).`,
  ];
}
