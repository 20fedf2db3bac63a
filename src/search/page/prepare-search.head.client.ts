/**
 * Two things that can't wait for the island. Where the address has a search, the page's own results are hidden by a
 * class, since others will take their place. Where it has words, the links of the template before this script are
 * inserted into the page.
 */
function prepareSearch(script: HTMLScriptElement): void {
  if (location.search) document.documentElement.classList.add('other-results');
  if (!new URLSearchParams(location.search).get('q')?.trim()) return;
  const { content } = script.previousElementSibling as HTMLTemplateElement;
  // A short delay lets styles and code load first.
  setTimeout(() => {
    script.before(content);
  });
}

prepareSearch(document.currentScript as HTMLScriptElement);
