/** A module that each build writes: `write-brand.ts`. */
declare module 'virtual:brand/font-addresses.ts' {
  /** The files of the site's typeface, which pages ask for before their style sheet names them. */
  export const fontAddresses: readonly string[];
}
