/** An embed as a page: one inline style, of a list a script for WordPress, and nothing that it loads. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { localeTable, type Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import { html, Html } from '@/model/html';
import { transformSync } from 'esbuild';
import { bandHtml } from './embed-html';
import { embedStyle } from './style';

/** The words and the body of an embed. */
export interface Embed {
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
  /** True where WordPress may show it. */
  readonly hasScript: boolean;
}

const scriptSource = readFileSync(new URL('embed-frame.client.ts', import.meta.url), 'utf8');
const script = transformSync(scriptSource, {
  loader: 'ts',
  format: 'iife',
  minify: true,
  target: 'es2022',
}).code.trim();

/** The SHA-256 of the script in base64, by which the policy of a list names it. */
const scriptSum = createHash('sha256').update(script).digest('base64');

/** Nothing may be loaded, sent or framed; the style and the script are named by their sums. */
const policyOf = (sum: string, hasScript: boolean) =>
  `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${sum}'${hasScript ? `; script-src 'sha256-${scriptSum}'` : ''}`;

/** The whole document. Links open outside the frame: the pages that they lead to can't be framed. */
export function embedDocument({
  locale,
  title,
  description,
  page,
  band,
  body,
  foot,
  hasScript,
}: Embed): string {
  const { css, sum } = embedStyle();
  const head = [
    html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(sum, hasScript))}">`,
    html`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    html`<title>${oneLine(title)}</title><meta name="description" content="${oneLine(description)}">`,
    html`<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">`,
    html`<link rel="canonical" href="${oneLine(page)}"><style>${new Html(css)}</style>`,
  ];
  const shown = html`${bandHtml(band)}<main>${body}</main><footer>${foot}</footer>${hasScript ? html`<script>${new Html(script)}</script>` : undefined}`;
  return html`<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head>${head}</head><body>${shown}</body></html>\n`
    .text;
}
