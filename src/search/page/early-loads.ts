/**
 * What a search by words needs besides the page's own code, for a page whose address has words: without this the
 * browser learns of each file from the one before, and a poor line is mostly waiting. The links stand in a template, so
 * that a visitor without words loads nothing for them.
 */
import { engineFile } from './places';
import type { SearchProps } from './props';

/**
 * Where the address has words, puts the template's links into the page, and links to the parts of the index that the
 * words are in: `data-parts` has the first word of each part and its name in turn, `data-index` what their addresses
 * begin with. A stem may be in the part before its word's; then that is loaded later, as without this. It waits a moment,
 * so that styles and code are asked for first. Allowed by its hash (astro.config.mjs).
 */
export const earlyLoadsScript = `(s=>{
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

/** A file that is asked for early; modules are asked for otherwise than what code fetches. */
export interface EarlyLoad {
  readonly href: string;
  readonly isModule: boolean;
}

/** The files, at exactly the addresses that the code asks for later; none where there is nothing to search, and so no index. */
export function earlyLoads({
  urls: { bundle, meanings },
  locale,
  version,
  options,
}: SearchProps): EarlyLoad[] {
  if (options.status.length === 0) return [];
  const fetched = [
    `${bundle}pagefind-entry.json?ts=${version}`,
    `${bundle}pagefind.${indexName(locale, version)}.pf_meta`,
    `${meanings}?v=${version}`,
    // The largest by far, and the browser makes it ready by itself: the last of all.
    `${bundle}${engineFile(locale)}`,
  ];
  return [
    { href: `${bundle}pagefind.js`, isModule: true },
    ...fetched.map((href) => ({ href, isModule: false })),
  ];
}

/** What the index of a language is called in its files' names: `fr_0123456789`, known before it is made. */
export function indexName(locale: string, version: string): string {
  return `${locale}_${version}`;
}
