/** The messages between the build and the picture process. */
import type { PictureUse, Size } from './picture-files';

/** To the picture process. */
export interface PictureRequest {
  readonly name: string;
  readonly use: PictureUse;
  /** The picture as it was uploaded. */
  readonly bytes: Uint8Array;
}

/** From the picture process when it has decoded the picture; the files are written later. */
export type PictureAnswer =
  | { readonly name: string; readonly size: Size }
  /** The picture can't be read or shown: the decoder's reason. */
  | { readonly name: string; readonly fault: string };

/** From the picture process if the system refuses. It then ends. */
export interface MakerFailure {
  readonly failure: { readonly message: string; readonly code: string | undefined };
}
