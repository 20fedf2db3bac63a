/** Pieces of an embed's HTML. */
import { weaveBand } from '@/components/weave';
import { escapeXml } from '@/feeds/xml';
import type { Locale } from '@/i18n/locales';
import { cleanText } from '@/model/characters';

/** A text as HTML, one line of it. */
export const words = (text: string) => escapeXml(cleanText(text, true).text);

/** A text that may be in another language than the page: then it says so. */
export function said({ value, lang }: { value: string; lang: Locale }, locale: Locale): string {
  return lang === locale ? words(value) : `<span lang="${lang}">${words(value)}</span>`;
}

/** An id's band, as on the pages (`src/components/Weave.astro`). */
export function bandHtml(id: string): string {
  const { width, height, ground, paths } = weaveBand(id);
  const threads = paths.map(({ thread, d }) => `<path class="${thread}" d="${d}"/>`).join('');
  return (
    `<svg class="weave" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" ` +
    'shape-rendering="crispEdges" aria-hidden="true">' +
    `<rect class="${ground}" width="${width}" height="${height}"/>` +
    `<g transform="translate(0 .5)">${threads}</g></svg>`
  );
}
