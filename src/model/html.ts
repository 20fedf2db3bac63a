/** HTML and XML made of templates: text that is put into one can't become markup. */

/** Text that is HTML or XML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** A value for a template: lists are joined, undefined adds nothing. */
type Part = Html | string | number | undefined | readonly Part[];

/** Characters that no XML document may have, not even escaped; half of a pair is one of them. HTML calls them errors. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // So that a text can't end a CDATA section either.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it can stand between tags and in an attribute, of HTML or XML (https://www.w3.org/TR/xml/#charsets). */
export function escapeHtml(text: string): string {
  return text.replaceAll(impossible, '').replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escapeHtml(String(part));
}

/** A template of HTML or XML, in which everything is text that isn't markup itself: ``html`<p>${'A & B'}</p>` -> <p>A &amp; B</p>``. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, index) => string + textOf(parts[index])).join(''));
}

/** The first line of an XML document. */
export const xmlDeclaration = new Html('<?xml version="1.0" encoding="UTF-8"?>\n');
