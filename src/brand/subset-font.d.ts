/** The part of the package that is used here; it has no types of its own. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    /** The characters to keep. */
    text: string,
    options: { readonly targetFormat: 'sfnt' | 'woff2' },
  ): Promise<Buffer>;
}
