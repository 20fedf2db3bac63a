/** The measures (pixels) by which pictures for sharing are laid out. */
import type { PictureFormat } from '@/views/share/share-picture';

export interface PictureLook {
  readonly margin: number;
  /** The height of the band at the top, and of the one at the bottom. */
  readonly band: number;
  readonly foot: number;
  /** The drawing: below the band across the picture, or at the right edge above the code. */
  readonly drawing: { readonly width: number; readonly height: number };
  /** The side of the code with its white margin. */
  readonly code: number;
  /** The sizes of the title, the largest first. */
  readonly titles: readonly number[];
  readonly small: readonly number[];
  readonly actions: readonly number[];
  readonly addresses: readonly number[];
}

export const pictureLooks: Readonly<Record<PictureFormat, PictureLook>> = {
  wide: {
    margin: 64,
    band: 72,
    foot: 0,
    drawing: { width: 420, height: 300 },
    code: 216,
    titles: [92, 84, 76, 68, 62, 56, 50, 44, 38, 34],
    small: [34, 31, 28],
    actions: [36, 32, 28],
    addresses: [30, 27, 24, 21, 18],
  },
  square: {
    margin: 72,
    band: 108,
    foot: 0,
    drawing: { width: 1080, height: 300 },
    code: 260,
    titles: [112, 102, 92, 84, 76, 68, 60, 54, 48, 42],
    small: [40, 36, 32],
    actions: [46, 42, 36, 30],
    addresses: [36, 32, 28, 24, 21],
  },
  // Apps lay their own bars over 250 pixels at the top and 340 at the bottom: nothing but bands is there.
  tall: {
    margin: 84,
    band: 250,
    foot: 340,
    drawing: { width: 1080, height: 400 },
    code: 320,
    titles: [140, 128, 116, 104, 94, 84, 76, 68, 60, 52],
    small: [52, 46, 40],
    actions: [58, 52, 46, 38, 32],
    addresses: [44, 40, 36, 31, 26],
  },
};
