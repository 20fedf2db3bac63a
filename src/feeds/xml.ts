/** Escapes text for XML: https://www.w3.org/TR/xml/#charsets */

/** Characters that are forbidden in XML, even escaped; half of a surrogate pair is one of them. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text between tags or in an attribute; with `>` escaped it can't end a CDATA section either. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** `('title', 'A & B') -> '<title>A &amp; B</title>'` */
export function xmlElement(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
