/** Formats an embed as its files: the page within the frame, with one inline style and no script, and its oEmbed document. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { colourNames, currentBrand, type Brand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { cacheByObject } from '@/model/cache-by-object';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { OpportunityRow } from '@/components/opportunity/OpportunityRow';
import { rowFacts } from '@/components/opportunity/row-facts';
import { weaveSvg } from '@/components/weave';
import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { formatDay } from '@/i18n/format/format';
import { directionIn, localeTable } from '@/i18n/locales';
import { translator, type Translate } from '@/i18n/translate';
import { html, Html } from '@/model/html';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { EmbedList, EmbedSheet, EmbedView } from '@/views/share/embed-views';
import { formatOembed } from './oembed';

/** A link that leaves the frame. */
const linkHtml = (url: string, text: Html | string) =>
  html`<a href="${url}" target="_blank" rel="noopener">${text}</a>`;

/** A link on a line of its own. */
const lineHtml = (url: string, text: string) => html`<p class="on">${linkHtml(url, text)}</p>`;

function localizedHtml({ value, lang }: EmbedList['name'], { locale }: Translate): Html {
  if (lang === locale) return html`${value}`;
  const direction = directionIn(lang, locale);
  return html`<span lang="${lang}"${direction && html` dir="${direction}"`}>${value}</span>`;
}

/** The row of every list, with its closing day even where that is far: no script adds it here. */
function rowHtml(
  t: Translate,
  card: EmbedList['cards'][number],
  { siteUrl, content, everything }: EmbedView,
): Html {
  const row = createElement(
    OpportunityRow,
    {
      card: { ...card, path: new URL(card.path, siteUrl).href, isClosingNamed: true },
      t,
      id: card.id,
      target: '_blank',
      names: rowNames(t),
      facts: rowFacts(t, rowNames(t), card),
      summary: content.kind === 'sheet' ? card.summary : undefined,
      save: null,
    },
    acceptsApplications(card.stage)
      ? undefined
      : createElement(
          'p',
          {},
          createElement('a', { href: everything, target: '_blank' }, t('browse.everything')),
        ),
  );
  return new Html(renderToStaticMarkup(row));
}

/** Returns a list: its name, its newest opportunities, and a link to the rest. */
function listHtml(t: Translate, view: EmbedView, list: EmbedList): Html {
  const { page, everything } = view;
  const { cards, count, name, summary, ended } = list;
  const head = [
    html`<h2>${linkHtml(page, localizedHtml(name, t))}</h2>`,
    summary && html`<p>${localizedHtml(summary, t)}</p>`,
    ended && html`<p><strong>${t('campaign.ended', { day: formatDay(t.locale, ended) })}</strong></p>`,
  ];
  if (cards.length === 0)
    return html`${head}<p>${t('embed.none')}</p>${lineHtml(everything, t('browse.everything'))}`;
  const rest = count > cards.length ? lineHtml(page, t.count('embed.all', count)) : undefined;
  return html`${head}<ul class="rows">${cards.map((card) => rowHtml(t, card, view))}</ul>${rest}`;
}

/** Returns an organization's opportunities. The style shows the one that the address names, else all that are open. */
function sheetHtml(t: Translate, view: EmbedView, sheet: EmbedSheet): Html {
  const { page, everything } = view;
  const [open = [], ended = []] = [true, false].map((isOpen) =>
    sheet.cards
      .filter(({ stage }) => acceptsApplications(stage) === isOpen)
      .map((card) => rowHtml(t, card, view)),
  );
  const none = html`<p>${t('embed.none')}</p>${lineHtml(everything, t('browse.everything'))}`;
  return html`${[
    html`<div class="about"><h2>${linkHtml(page, localizedHtml(sheet.name, t))}</h2>`,
    // Also where the address names an opportunity that left the site.
    html`${open.length > 0 ? html`<p>${t('embed.gone')}</p>` : none}</div>`,
    open.length > 0 ? html`<ul class="rows">${open}</ul>` : undefined,
    ended.length > 0 ? html`<ul class="rows ended">${ended}</ul>` : undefined,
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
  const { locale, title, summary, page, band, content, provider, isSample } = view;
  const t = translator(locale);
  const { css, hash } = embedStyle();
  const head = [
    html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(hash))}">`,
    html`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    html`<title>${title}</title><meta name="description" content="${summary}">`,
    html`<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">`,
    html`<link rel="canonical" href="${page}"><style>${new Html(css)}</style>`,
  ];
  const body = [
    new Html(weaveSvg(band)),
    html`<main>${content.kind === 'sheet' ? sheetHtml(t, view, content) : listHtml(t, view, content)}</main>`,
    html`<footer><p class="on">${linkHtml(provider.url, provider.name)} · ${t('embed.tab')}</p>`,
    html`${isSample ? html`<p>${t('sample.note')}</p>` : undefined}</footer>`,
  ];
  return html`<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head>${head}</head><body>${body}</body></html>\n`
    .text;
}

/** The paths of the files of an embed, in the order of `formatEmbed`. */
export const embedPaths = (places: EmbedView['places'], hasOembed: boolean): string[] =>
  places.flatMap((place) => [`${embedPathOf(place)}index.html`, ...(hasOembed ? [oembedPathOf(place)] : [])]);

/** The files of an embed at each of its places. */
export function formatEmbed(view: EmbedView): { readonly path: string; readonly text: string }[] {
  const page = formatPage(view);
  const { content, places } = view;
  const oembed = content.kind === 'list' && content.oembed ? formatOembed(view, content.oembed) : undefined;
  return embedPaths(places, oembed !== undefined).map((path) => ({
    path,
    text: path.endsWith('.html') ? page : (oembed ?? ''),
  }));
}
