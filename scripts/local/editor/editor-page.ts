/** The editor's page: its HTML, its scripts, which are bundled when it is first opened, and its words. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { preactForReact } from '@scripts/forms/preact-for-react';
import { describeForms } from '@scripts/forms/describe/describe-forms';
import type { FormsDescription } from '@scripts/forms/describe/description';
import { editorTexts } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { html } from '@/model/html';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Only the page's own scripts and styles, and requests to its own server. A picture is a blob. */
export const editorPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Bundles the scripts and styles of the page, by their names. */
async function bundlePage(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: {
      editor: here('page/editor.client.tsx'),
      'rich-text': here('../../forms/markdown/rich-text.client.ts'),
    },
    outdir: '/',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    alias: preactForReact,
    define: { 'process.env.NODE_ENV': '"production"' },
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path: name, contents }) => [path.basename(name), contents]));
}

let bundled: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** Resolves to the files of the page by their names. They are the same as long as this process runs. */
export const readPageFiles = (): Promise<ReadonlyMap<string, Uint8Array>> => (bundled ??= bundlePage());

/** What the page knows of the content in a language. */
export interface EditorWords {
  readonly texts: Readonly<Record<string, string>>;
  readonly forms: FormsDescription;
  /** The folder of each type's entries, as paths have it: `content/stories`. */
  readonly folders: Readonly<Record<ContentTypeName, string>>;
}

/** Collects the words of a language. `today` is `YYYY-MM-DD`. */
export function collectEditorWords(contentFolder: string, locale: Locale, today: string): EditorWords {
  const name = path.basename(path.resolve(contentFolder));
  const folders = contentTypeNames.map((type) => [type, `${name}/${contentTypes[type].folder}`]);
  return {
    texts: editorTexts(locale),
    forms: describeForms(locale, today),
    folders: Object.fromEntries(folders) as EditorWords['folders'],
  };
}

/** Renders the page as HTML. `folder` is the address of its scripts. */
export function renderEditorPage(folder: string): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Edit the content</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="${folder}/editor.css" />
    <script type="module" src="${folder}/editor.js"></script>
  </head>
  <body>
    <div id="editor"></div>
  </body>
</html>
`.text;
}
