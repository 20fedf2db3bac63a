/** Signs without which a text has no marks but those of paragraphs and lists. */
const marks = /[<[`~|#\\*_&]|https?:\/\/|---/;

/** Ends each block as a sentence, so that excerpts read well. */
const endBlocks = (text: string) =>
  text.replace(/([\p{L}\p{N})»”’])[ \t]*(?=$|\n\s*(?:\n|[-*+]\s|\d{1,9}[.)]\s))/gu, '$1.');

const stripStarts = (text: string) => text.replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+/gm, '');

/**
 * Strips the marks from a Markdown text for the index; each block ends as a sentence. It takes some microseconds where a
 * parser takes half a millisecond, which is a minute at ten thousand opportunities in three languages. Pages use the parser.
 */
export function plainText(markdown: string): string {
  const ended = endBlocks(markdown.trim());
  const stripped = marks.test(ended) ? stripMarks(ended) : stripStarts(ended);
  return stripped.replace(/\s+/g, ' ').trim();
}

function stripMarks(text: string): string {
  const unlinked = text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/^\s*\[[^\]]+\]:\s+\S+.*$/gm, ' ')
    .replace(/<?\bhttps?:\/\/[^\s<>]+>?/g, ' ')
    .replace(/^\s*(?:```|~~~).*$/gm, ' ')
    .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm, ' ');
  return stripStarts(unlinked)
    .replace(/\s#+\s*$/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/(\*{1,3}|_{2,3}|~~|`+)/g, '')
    .replace(/(^|\s)_(\S[^_]*\S|\S)_(?=\W|$)/g, '$1$2')
    .replaceAll('|', ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => entities[name] ?? entity);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': '’',
  nbsp: ' ',
};
