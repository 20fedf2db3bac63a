/** An embed as a page: no script, one inline style, and nothing to load. */
import { createHash } from 'node:crypto';
import { localeTable, type Locale } from '@/i18n/locales';
import { bandHtml, escapeLine } from './embed-html';
import { embedStyle } from './style';

/** The texts and the body of an embed. */
export interface Embed {
  readonly locale: Locale;
  readonly title: string;
  /** At most 160 characters. */
  readonly description: string;
  /** Absolute address of its page on the site. */
  readonly page: string;
  /** The id that decides the band. */
  readonly band: string;
  /** HTML between the band and the foot. */
  readonly body: string;
  /** HTML of the foot. */
  readonly foot: string;
}

/** Nothing may be loaded, run, sent or framed; the one style is allowed by its hash. */
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'sha256-${createHash(
  'sha256',
)
  .update(embedStyle)
  .digest('base64')}'`;

/** Formats the whole document. Links open outside the frame, since the site's pages can't be framed. */
export function embedDocument({ locale, title, description, page, band, body, foot }: Embed): string {
  return (
    `<!doctype html><html lang="${locale}" dir="${localeTable[locale].direction}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
    `<title>${escapeLine(title)}</title><meta name="description" content="${escapeLine(description)}">` +
    `<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin-when-cross-origin">` +
    `<link rel="canonical" href="${escapeLine(page)}"><style>${embedStyle}</style></head><body>` +
    `${bandHtml(band)}<main>${body}</main><footer>${foot}</footer></body></html>\n`
  );
}
