/**
 * Preloads for a search by words. Where the address has words, inserts the links of the template before this script into
 * the page, and links to the parts of the index with these words: `data-parts` alternates the first word and the name of
 * each part, `data-index` is the beginning of their addresses. A stem may be in the part before its word's; then that part
 * is loaded later, as without preloads.
 */

/** Enough for the first results of a whole sentence. */
const maxWords = 4;

/** The first words of a query, folded like those of the index. */
function wordsIn(query: string): readonly string[] {
  const folded = query.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]{2,}/gu) ?? []).slice(0, maxWords);
}

/** The name of the part that has a word: the last that doesn't begin after it. */
function partWith(word: string, parts: readonly string[]): string | undefined {
  const next = parts.findIndex((first, at) => at > 0 && at % 2 === 0 && first > word);
  return parts.at(next === -1 ? -1 : next - 1);
}

function insertPreloads(script: HTMLScriptElement): void {
  const query = new URLSearchParams(location.search).get('q')?.trim();
  if (!query) return;
  const { content, dataset } = script.previousElementSibling as HTMLTemplateElement;
  const parts = dataset['parts']?.split(' ') ?? [];
  for (const name of new Set(wordsIn(query).map((word) => partWith(word, parts)))) {
    if (!name) continue;
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = '';
    link.href = `${dataset['index']}${name}.pf_index`;
    content.prepend(link);
  }
  // A short delay lets styles and code load first.
  setTimeout(() => {
    script.before(content);
  });
}

insertPreloads(document.currentScript as HTMLScriptElement);
