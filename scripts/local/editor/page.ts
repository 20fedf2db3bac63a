/** Renders the editor's page with Decap CMS and its configuration. */
import { html, Html } from '@/model/html';
import type { EditorConfig } from './config';

/**
 * The content security policy. Decap creates functions from text, which pages of the site may not do. Requests to other
 * hosts are blocked. A chosen picture is a blob until it is saved.
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

/** Formats data for a script element, so that no text in it can end the element. */
const formatScriptJson = (value: unknown) => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Renders the page as HTML. `client` is the address of the script that reads the token and loads the editor. */
export function renderEditorPage(config: EditorConfig, client: string): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Edit the content</title>
    <link rel="icon" href="/icon.svg" />
    <script type="application/json" id="config">${formatScriptJson(config)}</script>
    <script src="/admin/manual.js"></script>
    <script type="module" src="${client}"></script>
  </head>
  <body></body>
</html>
`.text;
}

/** Makes Decap wait for our script; otherwise it starts by itself. */
export const manualScript = 'window.CMS_MANUAL_INIT = true;\n';
