/** The style of every embed, minified, with the site's colours. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { colourNames, currentBrand, type Brand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { cacheByObject } from '@/model/cache-by-object';

const source = readFileSync(new URL('embed.css', import.meta.url), 'utf8');

/** The colours that the sheet uses. */
const used = colourNames.filter((name) => source.includes(`var(--${name})`));

const styleOf = cacheByObject((brand: Brand) => {
  const css = transformSync(`${colourCss(brand, used)}${source}`, {
    loader: 'css',
    minify: true,
    target: 'es2022',
  }).code.trim();
  return { css, sum: createHash('sha256').update(css).digest('base64') };
});

/** The style sheet of embeds, and its SHA-256 in base64, by which their policy names it. */
export const embedStyle = () => styleOf(currentBrand());
