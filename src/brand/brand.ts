/** The look of a site: its colours in both schemes, and its logo. Plain data, which a snapshot can hold. */
import { z } from 'zod';
import defaults from './default-tokens.json' with { type: 'json' };

/** Names of colours, as the custom properties of the style sheets have them: `ink -> --ink`. */
export type ColourName = keyof typeof defaults.light;

export const colourNames = Object.keys(defaults.light) as ColourName[];

/** Every colour of a scheme, as short as it can be written: `#fff`, `#221c46`. */
export type Colours = Readonly<Record<ColourName, string>>;

export interface Brand {
  readonly light: Colours;
  /** Colours that no file gives for the dark scheme are those of the light one. */
  readonly dark: Colours;
  /** The operator's logo as SVG; the program's own is drawn in the site's colours. */
  readonly logo?: string | undefined;
}

const colour = z
  .string()
  .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, 'is no colour — Write it as #rrggbb')
  .transform((text) => text.toLowerCase().replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3'));

const scheme = z
  .strictObject(Object.fromEntries(colourNames.map((name) => [name, colour.optional()])))
  .default({});

/** The file of tokens: the colours that take the place of the program's own, scheme by scheme. */
export const tokensSchema = z.strictObject({ light: scheme, dark: scheme });

export type Tokens = z.output<typeof tokensSchema>;

/** The same with six digits: `#fff -> #ffffff` */
export const longHex = (hex: string): string => (hex.length === 4 ? hex.replaceAll(/[\da-f]/g, '$&$&') : hex);

const given = (colours: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== undefined));

/** The whole brand of a file of tokens. */
export function brandOf(tokens: Tokens, logo?: string): Brand {
  const light = { ...defaults.light, ...given(tokens.light) };
  return {
    light,
    dark: { ...light, ...defaults.dark, ...given(tokens.dark) },
    ...(logo !== undefined && { logo }),
  };
}

/** The program's own look. */
export const defaultBrand: Brand = brandOf({ light: {}, dark: {} });

let current = defaultBrand;

/** The brand of the site that this process makes, as its content says (`applyBrand`). */
export const currentBrand = (): Brand => current;

/** Makes a site's brand the one of this process; the program's own where there is none. */
export function applyBrand(brand: Brand | undefined): void {
  current = brand ?? defaultBrand;
}
