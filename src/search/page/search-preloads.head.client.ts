/**
 * Preloads for a search by words: where the address has words, inserts the links of the template before this script into
 * the page.
 */
function insertPreloads(script: HTMLScriptElement): void {
  if (!new URLSearchParams(location.search).get('q')?.trim()) return;
  const { content } = script.previousElementSibling as HTMLTemplateElement;
  // A short delay lets styles and code load first.
  setTimeout(() => {
    script.before(content);
  });
}

insertPreloads(document.currentScript as HTMLScriptElement);
