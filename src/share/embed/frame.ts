/** The code that shows an embed on another site. Pure: the page and its script write it too. */
import { embedPathOf } from '@/i18n/embed-files';
import { html } from '@/model/html';

/** The height of frames (pixels), the same at every width. What is longer scrolls. */
export const frameHeight = 600;

/** The content of a frame. */
interface FrameOptions {
  /** Absolute address of the embed. */
  readonly src: string;
  /** The title of the frame, for screen readers. */
  readonly title: string;
  /** Absolute address of the page that it stands for. */
  readonly page: string;
}

/**
 * The rights of the frame: it may open pages in a tab of its own. No script, no form, no storage, and nothing of the page around it.
 * https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox
 */
export const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/**
 * The code as it is copied into a page. Where a site takes the frame out (WordPress does, of authors that may not write
 * HTML), the link within remains; browsers that know frames don't show it.
 */
export function frameHtml({ src, title, page }: FrameOptions): string {
  return html`<iframe src="${src}" title="${title}" width="100%" height="${frameHeight}" style="border:0" sandbox="${sandbox}" loading="lazy"><a href="${page}">${title}</a></iframe>`
    .text;
}

/** The code of the list of a page, by its path and title. */
export const listFrameHtml = (path: string, title: string, siteUrl: string) =>
  frameHtml({ src: new URL(embedPathOf(path), siteUrl).href, title, page: new URL(path, siteUrl).href });
