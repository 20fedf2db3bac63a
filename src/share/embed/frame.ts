/** The code that shows an embed on another site. Pure: the page and its script write it too. */
import { html } from '@/model/html';

/** The height of a frame, which depends on its width. */
export interface FrameHeight {
  /** Pixels that suffice at every width from 280: for sites that drop styles. */
  readonly most: number;
  /** The value of the CSS property, within a container of the frame's width. */
  readonly css: string;
}

/** The content of a frame. */
export interface FrameOptions {
  /** Absolute address of the embed. */
  readonly src: string;
  /** The title of the frame, for screen readers. */
  readonly title: string;
  readonly height: FrameHeight;
  /** Absolute address of the page that it stands for. */
  readonly page: string;
}

/** The widths (pixels) between which the height falls evenly: a narrow phone, a usual one, a column of text. */
const corners = [280, 360, 600] as const;

/** The widest frame that is looked at; a wider one needs no more. */
const widest = 760;

/** `calc(610px - 75cqw)`: the line through two points, as a function of the container's width. */
function lineBetween(from: number, high: number, to: number, low: number): string {
  const fall = (high - low) / (to - from);
  return `calc(${Math.ceil(high + fall * from)}px - ${Number((fall * 100).toFixed(2))}cqw)`;
}

/**
 * Fits a height to what an embed needs: the highest of two falling lines and a least height, raised until it suffices at
 * every width. Text needs less height the wider it is, fast at first.
 *
 * @param need Returns the pixels that are needed at a width.
 */
export function fitHeight(need: (width: number) => number): FrameHeight {
  const [narrow, usual, wide] = corners;
  const least = need(wide);
  const middle = Math.max(need(usual), least);
  const most = Math.max(need(narrow), middle);
  const heightAt = (width: number) =>
    Math.max(
      least,
      middle - ((middle - least) / (wide - usual)) * (width - usual),
      most - ((most - middle) / (usual - narrow)) * (width - narrow),
    );
  let short = 0;
  for (let width: number = narrow; width <= widest; width += 8)
    short = Math.max(short, Math.ceil(need(width) - heightAt(width)));
  const lines = [
    `${least + short}px`,
    lineBetween(usual, middle + short, wide, least + short),
    lineBetween(narrow, most + short, usual, middle + short),
  ];
  return { most: most + short, css: `max(${lines.join(',')})` };
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
export function frameHtml({ src, title, height, page }: FrameOptions): string {
  const style = `border:0;height:${height.css}`;
  return html`<div style="container-type:inline-size"><iframe src="${src}" title="${title}" width="100%" height="${height.most}" style="${style}" sandbox="${sandbox}" loading="lazy"><a href="${page}">${title}</a></iframe></div>`
    .text;
}
