/** The style of every embed, minified. */
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const source = readFileSync(new URL('embed.css', import.meta.url), 'utf8');

export const embedStyle = transformSync(source, {
  loader: 'css',
  minify: true,
  target: 'es2022',
}).code.trim();
