/** Formats an embed: the page within the frame, with one inline style and no script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { colourNames, currentBrand, type Brand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { OpportunityRow } from '@/components/opportunity/OpportunityRow';
import { rowFacts } from '@/components/opportunity/row-facts';
import { weaveSvg } from '@/components/weave';
import { embedPathOf } from '@/i18n/embed-files';
import { formatDay } from '@/i18n/format/format';
import { directionIn, localeTable } from '@/i18n/locales';
import { translator, type Translate } from '@/i18n/translate';
import { cacheByObject } from '@/model/cache-by-object';
import { html, Html } from '@/model/html';
import type { EmbedView } from '@/views/share/embed-views';

/** A link that leaves the frame. */
const linkHtml = (url: string, text: Html | string) =>
  html`<a href="${url}" target="_blank" rel="noopener">${text}</a>`;

/** A link on a line of its own. */
const lineHtml = (url: string, text: string) => html`<p class="on">${linkHtml(url, text)}</p>`;

function localizedHtml({ value, lang }: EmbedView['name'], { locale }: Translate): Html {
  if (lang === locale) return html`${value}`;
  const direction = directionIn(lang, locale);
  return html`<span lang="${lang}"${direction && html` dir="${direction}"`}>${value}</span>`;
}

/** The row of every list, with its closing day even where that is far: no script adds it here. */
function rowHtml(t: Translate, card: EmbedView['cards'][number], { siteUrl }: EmbedView): Html {
  const row = createElement(OpportunityRow, {
    card: { ...card, path: new URL(card.path, siteUrl).href, isClosingNamed: true },
    t,
    target: '_blank',
    names: rowNames(t),
    facts: rowFacts(t, rowNames(t), card),
    summary: undefined,
    save: null,
  });
  return new Html(renderToStaticMarkup(row));
}

/** Returns the name, the newest opportunities, and a link to the rest. */
function bodyHtml(t: Translate, view: EmbedView): Html {
  const { page, everything, name, summary, ended, cards, count } = view;
  return html`${[
    html`<h2>${linkHtml(page, localizedHtml(name, t))}</h2>`,
    summary && html`<p>${localizedHtml(summary, t)}</p>`,
    ended && html`<p><strong>${t('campaign.ended', { day: formatDay(t.locale, ended) })}</strong></p>`,
    cards.length === 0
      ? html`<p>${t('embed.none')}</p>${lineHtml(everything, t('browse.everything'))}`
      : html`<ul class="rows">${cards.map((card) => rowHtml(t, card, view))}</ul>`,
    count > cards.length && cards.length > 0 ? lineHtml(page, t.count('embed.all', count)) : undefined,
  ]}`;
}

/** The style: the site's colours, measures, bands and rows, and what frames need besides. */
const sheets = ['../../styles/tokens.css', '../../styles/weave.css', '../../styles/lists.css', 'embed.css'];
const source = sheets.map((sheet) => readFileSync(new URL(sheet, import.meta.url), 'utf8')).join('');

/** The colours that the sheets use. */
const used = colourNames.filter((name) => source.includes(`var(--${name})`));

const styleOf = cacheByObject((brand: Brand) => {
  const css = transformSync(`${colourCss(brand, used)}${source}`, {
    loader: 'css',
    minify: true,
    target: 'es2022',
  }).code.trim();
  return { css, hash: createHash('sha256').update(css).digest('base64') };
});

/** The style sheet of embeds, and its SHA-256 in base64, by which their policy names it. */
export const embedStyle = () => styleOf(currentBrand());

/** Nothing may be loaded, run, sent or framed; the style is named by its hash. */
const policyOf = (hash: string) =>
  `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${hash}'`;

/** The whole page. Links open outside the frame: the pages that they lead to can't be framed. */
function formatPage(view: EmbedView): string {
  const { locale, name, description, page, band, provider, isSample } = view;
  const t = translator(locale);
  const { css, hash } = embedStyle();
  const head = [
    html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(hash))}">`,
    html`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    html`<title>${name.value}</title><meta name="description" content="${description}">`,
    html`<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">`,
    html`<link rel="canonical" href="${page}"><style>${new Html(css)}</style>`,
  ];
  const body = [
    new Html(weaveSvg(band)),
    html`<main>${bodyHtml(t, view)}</main>`,
    html`<footer><p class="on">${linkHtml(provider.url, provider.name)} · ${t('embed.tab')}</p>`,
    html`${isSample ? html`<p>${t('sample.note')}</p>` : undefined}</footer>`,
  ];
  return html`<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head>${head}</head><body>${body}</body></html>\n`
    .text;
}

/** The paths of the files of an embed, in the order of `formatEmbed`. */
export const embedPaths = (places: EmbedView['places']): string[] =>
  places.map((place) => `${embedPathOf(place)}index.html`);

/** The files of an embed at each of its places. */
export function formatEmbed(view: EmbedView): { readonly path: string; readonly text: string }[] {
  const text = formatPage(view);
  return embedPaths(view.places).map((path) => ({ path, text }));
}
