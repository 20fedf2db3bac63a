/** An embed as a page: one inline style, no script, and nothing that it loads. */
import { localeTable, type Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import { html, Html } from '@/model/html';
import { bandHtml } from './embed-html';
import { embedStyle } from './style';

/** The words and the body of an embed. */
interface Embed {
  readonly locale: Locale;
  readonly title: string;
  /** At most 160 characters. */
  readonly description: string;
  /** Absolute address of the page that it stands for. */
  readonly page: string;
  /** Whose band. */
  readonly band: string;
  /** Between the band and the foot. */
  readonly body: Html;
  readonly foot: Html;
}

/** Nothing may be loaded, run, sent or framed; the style is named by its sum. */
const policyOf = (sum: string) =>
  `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${sum}'`;

/** The whole document. Links open outside the frame: the pages that they lead to can't be framed. */
export function embedDocument({ locale, title, description, page, band, body, foot }: Embed): string {
  const { css, sum } = embedStyle();
  const head = [
    html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(sum))}">`,
    html`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    html`<title>${oneLine(title)}</title><meta name="description" content="${oneLine(description)}">`,
    html`<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">`,
    html`<link rel="canonical" href="${oneLine(page)}"><style>${new Html(css)}</style>`,
  ];
  const shown = html`${bandHtml(band)}<main>${body}</main><footer>${foot}</footer>`;
  return html`<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head>${head}</head><body>${shown}</body></html>\n`
    .text;
}
