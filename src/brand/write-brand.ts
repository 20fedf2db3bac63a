/** Writes the parts of the style sheet and of pages that depend on the brand, where `astro.config.mjs` finds them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Brand } from './brand';
import { colourCss, familyCss, fontAddressesModule, fontFaceCss } from './brand-files';

/**
 * Writes a brand's style sheets and the addresses of its fonts into a folder. The fonts are files beside them; `within`, they
 * are in the sheet itself, for a server that doesn't serve that folder.
 */
export function writeBrand(folder: string, brand: Brand, fonts: 'beside' | 'within' = 'beside'): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
  write('colours.css', colourCss(brand));
  write('family.css', familyCss(brand));
  write(
    'font-addresses.ts',
    fontAddressesModule(fonts === 'within' ? { ...brand, typeface: 'system' } : brand),
  );
  write(
    'typeface.css',
    fontFaceCss(brand, (name, font) => {
      if (fonts === 'within') return `data:font/woff2;base64,${font.toString('base64')}`;
      write(`${name}.woff2`, font);
      return `./${name}.woff2`;
    }),
  );
}
