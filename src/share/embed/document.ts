/** An embed as a page: no script, one inline style, and nothing that it loads. */
import { createHash } from 'node:crypto';
import { localeTable, type Locale } from '@/i18n/locales';
import { bandHtml, words } from './html';
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
  /** HTML between the band and the foot. */
  readonly body: string;
  /** HTML of the foot. */
  readonly foot: string;
}

/** Nothing may be loaded, run, sent or framed; the one style is named by its sum. */
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${createHash(
  'sha256',
)
  .update(embedStyle)
  .digest('base64')}'`;

/** The whole document. Links open outside the frame: the pages that they lead to can't be framed. */
export function embedDocument({ locale, title, description, page, band, body, foot }: Embed): string {
  return (
    `<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
    `<title>${words(title)}</title><meta name="description" content="${words(description)}">` +
    `<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">` +
    `<link rel="canonical" href="${words(page)}"><style>${embedStyle}</style></head><body>` +
    `${bandHtml(band)}<main>${body}</main><footer>${foot}</footer></body></html>\n`
  );
}
