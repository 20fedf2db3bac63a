/**
 * Scripts that are written into a page, mostly its head, `*.head.client.ts`: what they do must be done before anything is
 * drawn. Each is bundled and minified here, a component imports its text
 * (`import script from './web-font.head.client.ts?inline'`), and the page's policy allows it by its hash. Node reads this
 * file as it is, before there are aliases: it imports packages only.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** Code that may declare a name; a false match only wraps a script without need. */
const declaration = /(?:^|[;}])(?:var|let|const|function|class|async)\b/;

/** Bundles and minifies a script, as it stands in the page. Throws what esbuild throws for faulty code. */
export function bundleHeadScript(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    alias: { '@': path.resolve('src') },
    // Without the project's own, which asks for “use strict” in every page.
    tsconfigRaw: {},
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  const code = outputFiles[0]?.text.trim() ?? '';
  // Names must not become the page's own. Without any, the function around them would only take room in every page.
  return declaration.test(code) ? `(()=>{${code}})()` : code;
}

/** The hash that allows a script in a Content-Security-Policy: `sha256-4Jwq…=`. */
export function scriptHash(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}

const query = '?inline';

/**
 * Bundles all head scripts of the site once. Returns their hashes, and the Vite plugin that gives their text to components.
 * The development server needs a restart to show a change.
 */
export function headScripts() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.head.client.ts'))
    .map((name) => path.join('src', name))
    .toSorted();
  const codes = new Map(files.map((file) => [path.resolve(file), bundleHeadScript(file)]));
  return {
    hashes: [...codes.values()].map(scriptHash),
    plugin: {
      name: 'head-scripts',
      enforce: 'pre',
      load(id: string) {
        const code = id.endsWith(query) ? codes.get(id.slice(0, -query.length)) : undefined;
        return code === undefined ? undefined : `export default ${JSON.stringify(code)};`;
      },
    },
  } as const;
}
