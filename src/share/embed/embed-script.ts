/** The script of lists, minified. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const source = readFileSync(new URL('embed-frame.client.ts', import.meta.url), 'utf8');
const code = transformSync(source, {
  loader: 'ts',
  format: 'iife',
  minify: true,
  target: 'es2022',
}).code.trim();

/** The script, and its SHA-256 in base64, by which the policy of a list names it. */
export const embedScript = { code, sum: createHash('sha256').update(code).digest('base64') } as const;
