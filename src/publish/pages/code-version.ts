/** Tells one version of the program from another, so that nothing which another version made is used again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Brand } from '@/brand/brand';
import { codeVersion } from '@/config/code-version';

/** Files besides `src` that change what Astro makes. */
const settingsFiles = ['astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Identifies everything that pages are made from besides the content. */
export function hashCode(): string {
  const hash = createHash('sha256').update(codeVersion(['src']));
  for (const file of settingsFiles) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Identifies a bundle: the code, and the settings that Astro writes into it. */
export function bundleVersion(code: string, siteUrl: string, brand: Brand | undefined): string {
  const settings = JSON.stringify([siteUrl, brand]);
  return createHash('sha256').update(code).update(settings).digest('hex').slice(0, 20);
}
