/** The files of a brand: parts of style sheets, and the icon. */
import { colourNames, defaultBrand, type Brand, type ColourName, type Colours } from './brand';

const declarations = (names: readonly ColourName[], colours: Colours) =>
  names.map((name) => `--${name}:${colours[name]};`).join('');

/**
 * The colours as custom properties, in the dark scheme those that differ. `names` are the ones that a sheet uses; all
 * without them.
 */
export function colourCss({ light, dark }: Brand, names: readonly ColourName[] = colourNames): string {
  const differing = names.filter((name) => light[name] !== dark[name]);
  const inDark =
    differing.length === 0
      ? ''
      : `@media (prefers-color-scheme:dark){:root{${declarations(differing, dark)}}}`;
  return `:root{${declarations(names, light)}}${inDark}`;
}

/** The program's own typeface on pages: SIL Open Font License. */
const own = {
  family: 'Atkinson Hyperlegible Next Variable',
  file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
};

/**
 * The family of text, which the script in the head asks for unless the visitor saves data
 * (src/layouts/frame/web-font.head.client.ts). Else it is the system's, as tokens.css has it.
 */
export function familyCss({ typeface }: Brand): string {
  if (typeface === 'system') return '';
  return `.web-font{--family:'${typeface?.family ?? own.family}', var(--system);}`;
}

/** A font of a family. It is shown only if it is there at once: nothing moves when it comes. */
const fontFace = (family: string, weight: string, url: string, range = '') =>
  `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};font-display:optional;` +
  `${range}src:url('${url}')format('woff2');}`;

/** Without its digits: the slash in its zeros helps in a code, and disturbs in a date. */
const withoutDigits = 'unicode-range:U+0-2F,U+3A-10FFFF;';

/** The fonts of the family; `urlOf` gives the address of a WOFF2 font of the operator's. */
export function fontFaceCss(
  { typeface }: Brand,
  urlOf: (name: 'regular' | 'bold', font: Buffer) => string,
): string {
  if (typeface === 'system') return '';
  if (typeface === undefined) return fontFace(own.family, '200 800', own.file, withoutDigits);
  const { family, regular, bold } = typeface;
  return (
    fontFace(family, '400', urlOf('regular', Buffer.from(regular.woff2, 'base64'))) +
    fontFace(family, '700', urlOf('bold', Buffer.from(bold.woff2, 'base64')))
  );
}

/** A module with the addresses of those fonts, files of the bundle. */
export function fontAddressesModule({ typeface }: Brand): string {
  if (typeface === 'system') return 'export const fontAddresses = [];\n';
  const files = typeface === undefined ? [own.file] : ['./regular.woff2', './bold.woff2'];
  const imports = files.map((file, index) => `import font${index} from '${file}?url';\n`).join('');
  return `${imports}export const fontAddresses = [${files.map((_, index) => `font${index}`).join(', ')}];\n`;
}

/** The site's icon as SVG: the operator's logo, or a weave of five by five in the site's colours. */
export function iconSvg({ light, logo }: Brand): string {
  if (logo !== undefined) return logo;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5 5" shape-rendering="crispEdges">' +
    `<path fill="${light['thread-ink']}" d="M0 0h5v5H0z"/>` +
    `<path fill="${light.hibiscus}" d="M0 0h1v1H0zM0 1h2v1H0zM0 2h3v1H0zM0 3h2v1H0zM0 4h1v1H0z"/>` +
    `<path fill="${light.sky}" d="M2 1h3v1H2zM3 2h2v1H3zM2 3h3v1H2z"/></svg>\n`
  );
}

/**
 * A part of the names of pictures that are drawn in the brand's colours and typeface. The program's own add nothing:
 * addresses that were shared before stay.
 */
export function drawingKey({ light, typeface }: Brand): string | undefined {
  const colours = declarations(colourNames, light);
  const key = [
    ...(colours === declarations(colourNames, defaultBrand.light) ? [] : [colours]),
    ...(typeof typeface === 'object' ? [typeface.sum] : []),
  ];
  return key.length > 0 ? key.join('') : undefined;
}
