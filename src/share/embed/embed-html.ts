/** Pieces of an embed's HTML. */
import { weaveBand } from '@/components/weave';
import type { Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';

/** A text that may be in another language than the page: then it says so. */
export function localizedHtml({ value, lang }: { value: string; lang: Locale }, locale: Locale): Html {
  const text = oneLine(value);
  return lang === locale ? html`${text}` : html`<span lang="${lang}">${text}</span>`;
}

/** An id's band, as on the pages (`src/components/Weave.astro`). */
export function bandHtml(id: string): Html {
  const { width, height, ground, paths } = weaveBand(id);
  return html`<svg class="weave" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges" aria-hidden="true">${[
    html`<rect class="${ground}" width="${width}" height="${height}"/>`,
    html`<g transform="translate(0 .5)">${paths.map(({ thread, d }) => html`<path class="${thread}" d="${d}"/>`)}</g>`,
  ]}</svg>`;
}
