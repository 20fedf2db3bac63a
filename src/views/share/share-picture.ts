/** The pictures for sharing, and their paths. Pure, and without fonts: pages only need the addresses. */
import { createHash } from 'node:crypto';
import { currentBrand } from '@/brand/brand';
import { drawingKey } from '@/brand/brand-files';
import type { Locale } from '@/i18n/locales';

/** Width and height in pixels: for links, and for square and tall places. */
export const pictureFormats = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  tall: { width: 1080, height: 1920 },
} as const;

export type PictureFormat = keyof typeof pictureFormats;

/** The texts and the band of a picture. */
export interface PictureCard {
  /** The id that decides the band, as on the pages. */
  readonly band: string;
  /** Above the title: the kind of page, or the organization. */
  readonly above?: string | undefined;
  readonly title: string;
  /** Below the title. */
  readonly below?: string | undefined;
  /** The call to action. */
  readonly action?: string | undefined;
  /** The service's name, at the bottom. */
  readonly service?: string | undefined;
  /** Below it, in small letters. */
  readonly note?: string | undefined;
  /** The absolute address that is printed, with its QR code. */
  readonly url?: string | undefined;
  /** The path from the root of a drawing, named by its content: `/media/3f9a0c12-960.webp`. */
  readonly drawing?: string | undefined;
}

/** The width (pixels) of a thumbnail: twice as wide as it is shown, for sharp screens. */
const thumbnailWidth = 144;

/** The width and height of a thumbnail in pixels. */
export function thumbnailSize(format: PictureFormat): { width: number; height: number } {
  const { width, height } = pictureFormats[format];
  return { width: thumbnailWidth, height: Math.round((height * thumbnailWidth) / width) };
}

/** Part of every file name: raise it when pictures, codes or sheets are drawn differently. */
export const drawingVersion = '5';

/** A short hash of a file's content, which is drawn in the site's colours and typeface. */
export function contentKey(content: unknown): string {
  return createHash('sha256')
    .update(drawingVersion)
    .update(JSON.stringify(content))
    .update(drawingKey(currentBrand()) ?? '')
    .digest('hex')
    .slice(0, 12);
}

/** Creates the picture of a card, without a thumbnail. `name` is its entry: `campaign-lend-a-language`. */
export function createSharePicture(locale: Locale, name: string, format: PictureFormat, card: PictureCard) {
  const { width, height } = pictureFormats[format];
  const key = contentKey({ format, card });
  return {
    /** The path from the root, which changes with the content. */
    path: `/share/${locale}/${name}-${width}x${height}-${key}.png`,
    /** The path of a small one, where a page shows it beside the link to the picture. */
    thumbnail: undefined as string | undefined,
    format,
    card,
  };
}

/** A picture to draw. */
export type SharePicture = Readonly<ReturnType<typeof createSharePicture>>;

/** Adds a thumbnail to a picture. */
export const withThumbnail = (picture: SharePicture): SharePicture => ({
  ...picture,
  thumbnail: picture.path.replace(/png$/, 'webp'),
});

/** The texts of a picture from top to bottom, as an alternative text. */
export function pictureAltText({ card }: SharePicture): string {
  return [card.above, card.title, card.below, card.action, card.service]
    .filter((words) => words !== undefined)
    .join(' · ');
}
