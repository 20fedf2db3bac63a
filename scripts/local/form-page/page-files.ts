/** The HTML, scripts and styles of a page with forms. */
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '@scripts/forms/bundle-options';
import type { Locale } from '@/i18n/locales';
import { html } from '@/model/html';
import type { HttpAnswer } from '../http';

export type PageFiles = ReadonlyMap<string, Uint8Array>;

/** Bundles scripts and styles by their names. */
export async function bundlePage(entryPoints: Readonly<Record<string, string>>): Promise<PageFiles> {
  const { outputFiles } = await build({ ...bundleOptions, entryPoints, outdir: '/', write: false });
  return new Map(outputFiles.map(({ path: name, contents }) => [path.basename(name), contents]));
}

/** Answers with a file of a page; undefined if there is no such file. `name` has no folder. */
export function fileAnswer(files: PageFiles, name: string): HttpAnswer | undefined {
  const body = files.get(name);
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  return body && { status: 200, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

export interface PageOptions {
  /** The name of its script and style sheet. */
  readonly name: string;
  readonly title: string;
  /** The language that it has where its reader chose none. */
  readonly language?: Locale;
  readonly icon?: string;
}

/** Renders a page as HTML. Its address ends with a slash. */
export function renderPage({ name, title, language, icon = 'data:,' }: PageOptions): string {
  return html`<!doctype html>
<html lang="${language ?? 'en'}" data-language="${language ?? ''}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="icon" href="${icon}" />
    <link rel="stylesheet" href="${name}.css" />
    <script type="module" src="${name}.js"></script>
  </head>
  <body>
    <div id="page"></div>
  </body>
</html>
`.text;
}
