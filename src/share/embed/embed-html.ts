/** Parts of an embed's HTML. */
import { weaveBand } from '@/components/weave';
import { escapeXml } from '@/feeds/xml';
import type { Locale } from '@/i18n/locales';
import { cleanText } from '@/model/characters';

/** Escapes a text as one line of HTML. */
export const escapeLine = (text: string) => escapeXml(cleanText(text, true).text);

/** Formats a text with its language, where that isn't the page's. */
export function localizedHtml({ value, lang }: { value: string; lang: Locale }, locale: Locale): string {
  return lang === locale ? escapeLine(value) : `<span lang="${lang}">${escapeLine(value)}</span>`;
}

/** The band of an id, as on the pages (`src/components/Weave.astro`). */
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
