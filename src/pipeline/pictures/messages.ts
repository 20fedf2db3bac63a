/** What the two processes say to each other: the one that builds, and the one that makes pictures. */
import type { Size } from './files';

/** To the maker. */
export interface PictureRequest {
  readonly name: string;
  /** The picture as it was uploaded. */
  readonly bytes: Uint8Array;
}

/** From the maker, once it has seen the whole picture; its files come later. */
export type PictureAnswer =
  | { readonly name: string; readonly size: Size }
  /** It is no picture, or none that can be shown: why, in the decoder's words. */
  | { readonly name: string; readonly fault: string };

/** From the maker, where the system kept it from its work. It ends then. */
export interface MakerFailure {
  readonly failure: { readonly message: string; readonly code: string | undefined };
}
