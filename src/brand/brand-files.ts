/** The files of a brand: custom properties for style sheets, and the icon. */
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
 * A part of the names of pictures that are drawn in the brand's colours. The program's own colours add nothing: addresses
 * that were shared before stay.
 */
export function colourKey({ light }: Brand): string | undefined {
  const key = declarations(colourNames, light);
  return key === declarations(colourNames, defaultBrand.light) ? undefined : key;
}
