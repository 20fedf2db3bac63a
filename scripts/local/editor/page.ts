/** The editor's page: Decap CMS from its package, our formats, and what it is told about the content. */
import { html, Html } from '@/model/html';
import type { EditorConfig } from './config';

/**
 * Decap builds functions from text, which no page of the site may; nothing is asked of another host. A picture that was
 * chosen is a blob until it is saved.
 */
export const editorPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: ws:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Text of a script element that holds data: nothing in it can end the element. */
const json = (value: unknown) => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));

/** The page as HTML. `client` is the address of the script that takes the token and loads the editor. */
export function editorPage(config: EditorConfig, client: string): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Edit the content</title>
    <link rel="icon" href="/icon.svg" />
    <script type="application/json" id="config">${json(config)}</script>
    <script src="/admin/manual.js"></script>
    <script type="module" src="${client}"></script>
  </head>
  <body></body>
</html>
`.text;
}

/** Has Decap wait for us: its script starts by itself otherwise. */
export const manualScript = 'window.CMS_MANUAL_INIT = true;\n';
