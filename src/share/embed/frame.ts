/** The code that shows an embed on another site. Pure: used by the page and its script. */
import { escapeXml } from '@/feeds/xml';

/** The embed to frame. */
export interface FrameOptions {
  /** Absolute address of the embed. */
  readonly src: string;
  /** Its title, for screen readers. */
  readonly title: string;
  /** Pixels. */
  readonly height: number;
}

/** The heights in pixels that a card and a list need, at widths from 320 to 600. */
export const frameHeights = { card: 420, list: 760 } as const;

/**
 * The permissions of the frame: to open pages in a new tab. No script, form or storage, and no access to the page
 * around it. https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox
 */
export const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/** Formats the code to paste into a page. */
export function frameHtml({ src, title, height }: FrameOptions): string {
  return (
    `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="100%" height="${height}" ` +
    `sandbox="${sandbox}" loading="lazy"></iframe>`
  );
}
