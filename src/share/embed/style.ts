/** The style of every embed, minified: the site's colours, measures, bands and rows, and what frames need besides. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { colourNames, currentBrand, type Brand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { cacheByObject } from '@/model/cache-by-object';

const sheets = ['../../styles/tokens.css', '../../styles/weave.css', '../../styles/lists.css', 'embed.css'];
const source = sheets.map((sheet) => readFileSync(new URL(sheet, import.meta.url), 'utf8')).join('');

/** The colours that the sheets use. */
const used = colourNames.filter((name) => source.includes(`var(--${name})`));

const styleOf = cacheByObject((brand: Brand) => {
  const css = transformSync(`${colourCss(brand, used)}${source}`, {
    loader: 'css',
    minify: true,
    target: 'es2022',
  }).code.trim();
  return { css, hash: createHash('sha256').update(css).digest('base64') };
});

/** The style sheet of embeds, and its SHA-256 in base64, by which their policy names it. */
export const embedStyle = () => styleOf(currentBrand());
