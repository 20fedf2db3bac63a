/** The page of a review and its script, which is bundled when the server starts. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Locale } from '@/i18n/locales';
import { html } from '@/model/html';

const folder = fileURLToPath(new URL('browser', import.meta.url));

/** Only the page's own script and style, and requests to its own server. */
export const reviewPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The script and the style by their addresses. */
export async function bundleReviewPage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { review: path.join(folder, 'review.client.tsx') },
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path: name, text }) => [`/${path.basename(name)}`, text]));
}

/** Renders the page. `language` is that of the sheet’s report. */
export function renderReviewPage(language: Locale): string {
  return html`<!doctype html>
<html lang="${language}" data-language="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Review</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/review.css" />
    <script type="module" src="/review.js"></script>
  </head>
  <body>
    <main></main>
  </body>
</html>
`.text;
}
