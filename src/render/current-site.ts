/** The site that pages are made of, read once a process. */
import { applyBrand } from '@/brand/brand';
import { overrideStrings } from '@/i18n/strings';
import { overlayEntry } from '@/pipeline/preview/overlay-entry';
import { loadContent } from '@/site/prepare/snapshot';
import { buildSite, type Site } from '@/site/site';
import { currentPane } from './editor-pane';

async function read(): Promise<Site> {
  const content = await loadContent();
  overrideStrings(content.strings ?? {});
  applyBrand(content.brand);
  const pane = currentPane();
  return buildSite(pane ? overlayEntry(content, pane) : content);
}

let memo: Promise<Site> | undefined;

/** The whole site. In development it is read anew for each page, so that a save shows. */
export function currentSite(): Promise<Site> {
  if (import.meta.env.DEV) return read();
  memo ??= read();
  return memo;
}
