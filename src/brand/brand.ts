/** The look of a site: its colours in both schemes, its logo and its typeface. Plain data, which a snapshot can hold. */
import { z } from 'zod';
import defaults from './default-tokens.json' with { type: 'json' };

/** Names of colours, as the custom properties of the style sheets have them: `ink -> --ink`. */
export type ColourName = keyof typeof defaults.light;

export const colourNames = Object.keys(defaults.light) as ColourName[];

/** Every colour of a scheme, as short as it can be written: `#fff`, `#221c46`. */
export type Colours = Readonly<Record<ColourName, string>>;

/** A font in base64, with the letters that the site needs. */
export interface FontFiles {
  /** As TrueType or OpenType, for drawings. */
  readonly sfnt: string;
  /** As WOFF2, for browsers. */
  readonly woff2: string;
}

/** A typeface of the operator. The bytes are within, so that every process has those that were checked. */
export interface Typeface {
  /** Its name in style sheets. */
  readonly family: string;
  readonly regular: FontFiles;
  readonly bold: FontFiles;
  /** A hash of both fonts. */
  readonly sum: string;
}

export interface Brand {
  readonly light: Colours;
  /** Colours that no file gives for the dark scheme are those of the light one. */
  readonly dark: Colours;
  /** The operator's logo as SVG; the program's own is drawn in the site's colours. */
  readonly logo?: string | undefined;
  /** `system` is that of each visitor's device; the program's own where it is missing. */
  readonly typeface?: Typeface | 'system' | undefined;
}

const colour = z
  .string()
  .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, 'is no colour — Write it as #rrggbb')
  .transform((text) => text.toLowerCase().replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3'));

const scheme = z
  .strictObject(Object.fromEntries(colourNames.map((name) => [name, colour.optional()])))
  .default({});

/** A family's name stands in style sheets, between quotes. */
const family = z
  .string('is missing — Write the name of the typeface')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u, 'is no name — Use letters, digits, spaces and hyphens');

const fontFile = z
  .string('is missing — Write the name of a font file in this folder')
  .regex(
    /^[\w-][\w .-]*\.(?:ttf|otf)$/i,
    'is no TrueType or OpenType file in this folder — Write a name such as brand-regular.ttf; a build packs it for the web',
  );

const typeface = z.strictObject(
  { family, regular: fontFile, bold: fontFile },
  'is neither “system” nor a family with its files — Write {"family": …, "regular": …, "bold": …}',
);

export type TypefaceTokens = z.output<typeof typeface>;

/** The file of tokens: the colours that take the place of the program's own, scheme by scheme, and the typeface. */
export const tokensSchema = z.strictObject({
  light: scheme,
  dark: scheme,
  typeface: z.literal('system').or(typeface).optional(),
});

export type Tokens = z.output<typeof tokensSchema>;

/** The same with six digits: `#fff -> #ffffff` */
export const longHex = (hex: string): string => (hex.length === 4 ? hex.replaceAll(/[\da-f]/g, '$&$&') : hex);

const given = (colours: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== undefined));

/** The whole brand of a file of tokens, and of what was read besides. */
export function brandOf(
  tokens: Pick<Tokens, 'light' | 'dark'>,
  { logo, typeface }: Pick<Brand, 'logo' | 'typeface'> = {},
): Brand {
  const light = { ...defaults.light, ...given(tokens.light) };
  return {
    light,
    dark: { ...light, ...defaults.dark, ...given(tokens.dark) },
    ...(logo !== undefined && { logo }),
    ...(typeface !== undefined && { typeface }),
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
