/** The code that shows an embed on another site. Pure: the page and its script write it too. */
import { html } from '@/model/html';

/** The content of a frame. */
export interface FrameOptions {
  /** Absolute address of the embed. */
  readonly src: string;
  /** The title of the frame, for screen readers. */
  readonly title: string;
  /** Pixels. */
  readonly height: number;
}

/** Pixels that a card and a list need, at widths from 320 to 600. */
export const frameHeights = { card: 420, list: 760 } as const;

/**
 * The rights of the frame: it may open pages in a tab of its own. No script, no form, no storage, and nothing of the page around it.
 * https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox
 */
export const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/** The code as it is copied into a page. */
export function frameHtml({ src, title, height }: FrameOptions): string {
  return html`<iframe src="${src}" title="${title}" width="100%" height="${height}" sandbox="${sandbox}" loading="lazy"></iframe>`
    .text;
}
