/** What pictures for sharing there are, and where. Pure, and without fonts: pages only need the addresses. */
import { createHash } from 'node:crypto';
import type { Locale } from '@/i18n/locales';

/** Width and height in pixels: for links, for square and for tall places. */
export const formats = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  tall: { width: 1080, height: 1920 },
} as const;

export type Format = keyof typeof formats;

/** The words of a picture, and whose band it has. */
export interface PictureCard {
  /** Whose band: an id, as on the pages. */
  readonly band: string;
  /** Above the title: what it is, or whose. */
  readonly above?: string | undefined;
  readonly title: string;
  /** Below the title. */
  readonly below?: string | undefined;
  /** What to do. */
  readonly action?: string | undefined;
  /** The service's name, at the foot. */
  readonly service?: string | undefined;
}

/** A picture to be made. */
export interface SharePicture {
  /** Path from the root; another content gives another one. */
  readonly path: string;
  readonly format: Format;
  readonly card: PictureCard;
}

/** Part of every name: raise it when pictures are drawn in another way. */
const recipe = '1';

/** A short name for what a file is made from. */
export function contentKey(content: unknown): string {
  return createHash('sha256').update(recipe).update(JSON.stringify(content)).digest('hex').slice(0, 12);
}

/** A picture of a card. `name` says whose it is: `campaign-lend-a-language`. */
export function sharePicture(locale: Locale, name: string, format: Format, card: PictureCard): SharePicture {
  const { width, height } = formats[format];
  const key = contentKey({ format, card });
  return { path: `/share/${locale}/${name}-${width}x${height}-${key}.png`, format, card };
}

/** The words on a picture, from the top, for those who can't see it. */
export function pictureWords({ card }: SharePicture): string {
  return [card.above, card.title, card.below, card.action, card.service]
    .filter((words) => words !== undefined)
    .join(' · ');
}

/** A code of an absolute address, as a drawing and as a picture. */
export interface QrPicture {
  /** Paths from the root. */
  readonly svg: string;
  readonly png: string;
  readonly url: string;
  /** Whose band stands beneath it. */
  readonly band: string;
}

/** The code of an entry's address. */
export function qrCode(locale: Locale, name: string, url: string, band: string): QrPicture {
  const path = `/share/${locale}/${name}-qr-${contentKey({ url, band })}`;
  return { svg: `${path}.svg`, png: `${path}.png`, url, band };
}
