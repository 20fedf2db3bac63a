/**
 * Preloads for a search by words, on a page whose address has some: without them the browser discovers each file from
 * the one before, and a slow connection is mostly waiting. The links are in a template, so that a visitor without words
 * loads nothing for them.
 */
import { engineFile } from './search-paths';
import type { SearchProps } from './search-props';

/**
 * Where the address has words, inserts the template's links into the page, and links to the parts of the index with
 * these words: `data-parts` alternates the first word and the name of each part, `data-index` is the beginning of their
 * addresses. A stem may be in the part before its word's; then that part is loaded later, as without preloads. A short
 * delay lets styles and code load first. Allowed by its hash (astro.config.mjs).
 */
export const preloadScript = `(s=>{
const t=s.previousElementSibling,q=(new URLSearchParams(location.search).get('q')||'').trim(),n=new Set;
if(!q)return;
const p=(t.dataset.parts||'').split(' ');
for(const w of(q.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase().match(/[\\p{L}\\p{N}]{2,}/gu)||[]).slice(0,4)){
let i=0;
while(p[i+2]<=w)i+=2;
if(p[i+1])n.add(p[i+1])}
for(const f of n){
const l=document.createElement('link');
l.rel='preload';l.as='fetch';l.crossOrigin='';l.href=t.dataset.index+f+'.pf_index';
t.content.prepend(l)}
setTimeout(()=>s.before(t.content))
})(document.currentScript)`.replaceAll('\n', '');

/** A file to preload; modules need another kind of link. */
export interface SearchPreload {
  readonly href: string;
  readonly isModule: boolean;
}

/**
 * The files, at exactly the addresses that the code requests later; none if there are no opportunities, and so no
 * index.
 */
export function listPreloads({
  urls: { bundle, meanings },
  locale,
  version,
  options,
}: SearchProps): SearchPreload[] {
  if (options.status.length === 0) return [];
  const fetched = [
    `${bundle}pagefind-entry.json?ts=${version}`,
    `${bundle}pagefind.${indexName(locale, version)}.pf_meta`,
    `${meanings}?v=${version}`,
    // The largest by far, and the browser compiles it on its own: the last one.
    `${bundle}${engineFile(locale)}`,
  ];
  return [
    { href: `${bundle}pagefind.js`, isModule: true },
    ...fetched.map((href) => ({ href, isModule: false })),
  ];
}

/** The name of a language's index in its file names, known before it is built: `fr_0123456789`. */
export function indexName(locale: string, version: string): string {
  return `${locale}_${version}`;
}
