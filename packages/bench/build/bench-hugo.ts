/**
 * Builds the same opportunities with Hugo, and their search with Pagefind: a page with the texts of each, and a list a
 * language. It is no site to use, but a yardstick that each machine can run, as fast as such a generator is.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '@/config/environment';
import { locales } from '@/i18n/locales';
import { parse } from 'yaml';
import { formatSeconds } from '../print-table';
import type { BuildRun } from './print-builds';
import { findPeakMemory, measureCommand, type Measurement } from './measure-command';
import { measureFolder, type FolderSize } from './measure-folder';

interface HugoFigures {
  readonly hugo: Measurement;
  readonly pagefind: Measurement;
  readonly site: FolderSize;
}

const config = {
  baseURL: 'https://volunteer.example.org/',
  title: 'Volunteer online',
  defaultContentLanguage: 'en',
  defaultContentLanguageInSubdir: true,
  disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap'],
  languages: Object.fromEntries(locales.map((locale) => [locale, { contentDir: `content/${locale}` }])),
};

const page = (main: string) =>
  `<!doctype html><html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${main}</body></html>\n`;

const layouts = {
  single: page('<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main>'),
  list: page(
    '<h1>{{ .Title }}</h1><ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
  ),
};

/** Writes the texts of each opportunity as a Markdown page for Hugo. */
async function writeHugoSite(content: string, dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  for (const locale of locales) await mkdir(path.join(dir, 'content', locale), { recursive: true });
  await mkdir(path.join(dir, 'layouts/_default'), { recursive: true });
  await writeFile(path.join(dir, 'hugo.json'), JSON.stringify(config));
  for (const [name, text] of Object.entries(layouts)) {
    await writeFile(path.join(dir, 'layouts/_default', `${name}.html`), text);
  }
  for (const name of await readdir(path.join(content, 'opportunities'))) {
    const entry = parse(await readFile(path.join(content, 'opportunities', name), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const locale of locales) {
      const texts = entry[locale] as Record<string, unknown> | undefined;
      if (!texts) continue;
      const { title, ...others } = texts;
      const body = Object.values(others).filter((text) => typeof text === 'string');
      const file = path.join(dir, 'content', locale, `${path.parse(name).name}.md`);
      await writeFile(file, [JSON.stringify({ title }), ...body].join('\n\n'));
    }
  }
}

function isHugoInstalled(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Builds the opportunities of a content folder. Resolves to undefined where hugo isn't installed. */
export async function benchHugo(
  content: string,
  workDir: string,
  env: Environment,
  print: (line: string) => void,
): Promise<HugoFigures | undefined> {
  if (!isHugoInstalled()) {
    print('hugo is not installed, so there is nothing to compare with. (Debian: apt install hugo.)');
    return undefined;
  }
  const dir = path.resolve(workDir, 'hugo');
  const site = path.join(dir, 'public');
  try {
    await writeHugoSite(content, dir);
    print('Building the same opportunities with Hugo and Pagefind');
    const hugo = await measureCommand(
      { file: 'hugo', args: ['--quiet', '--source', dir, '--destination', site] },
      env,
    );
    const runner = path.resolve('node_modules/pagefind/lib/runner/bin.cjs');
    const pagefind = await measureCommand({ file: process.execPath, args: [runner, '--site', site] }, env);
    return { hugo, pagefind, site: await measureFolder(site) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Prints the figures beside those of our own first build. */
export function printHugo(
  { hugo, pagefind, site }: HugoFigures,
  own: BuildRun,
  print: (line: string) => void,
): void {
  const peak = Math.max(...[hugo, pagefind].map(({ samples }) => findPeakMemory(samples) ?? 0));
  const times = (own.measured.duration / (hugo.duration + pagefind.duration)).toFixed(1);
  const pages = `${site.pages} pages with nothing but their texts, ${site.files} files`;
  const [seconds, more] = [hugo, pagefind].map(({ duration }) => formatSeconds(duration));
  print('');
  print(`Hugo ${seconds} s, Pagefind ${more} s, peak ${Math.round(peak / 1e6)} MB: ${pages}.`);
  print(`Our first build took ${times} times as long as both.`);
}
