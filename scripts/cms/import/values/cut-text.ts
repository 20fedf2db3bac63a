const trailing = /[\s,;:.–—-]+$/u;

/** Cuts a text at a word, with an ellipsis: `('Translate a handbook', 15) -> 'Translate a…'`. `longest` counts it. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  if (/\s/u.test(text.charAt(longest - 1))) return `${room.replace(trailing, '')}…`;
  const space = room.search(/\s\S*$/u);
  // A text without spaces is cut anywhere, but not within a character.
  const cut = space > longest / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(trailing, '')}…`;
}
