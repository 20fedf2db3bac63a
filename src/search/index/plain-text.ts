/**
 * Strips the marks from a Markdown text for the index; each block ends as a sentence, so that excerpts read well. It
 * takes some microseconds where a parser takes half a millisecond, which is a minute at ten thousand opportunities in
 * three languages. Pages use the parser.
 */
export function plainText(markdown: string): string {
  return markdown
    .trim()
    .replace(/([\p{L}\p{N})»”’])[ \t]*(?=$|\n\s*(?:\n|[-*+]\s|\d{1,9}[.)]\s))/gu, '$1.')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/^\s*\[[^\]]+\]:\s+\S+.*$/gm, ' ')
    .replace(/<?\bhttps?:\/\/[^\s<>]+>?/g, ' ')
    .replace(/^\s*(?:```|~~~).*$/gm, ' ')
    .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm, ' ')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+/gm, '')
    .replace(/\s#+\s*$/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/(\*{1,3}|_{2,3}|~~|`+)/g, '')
    .replace(/(^|\s)_(\S[^_]*\S|\S)_(?=\W|$)/g, '$1$2')
    .replaceAll('|', ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': '’',
  nbsp: ' ',
};
