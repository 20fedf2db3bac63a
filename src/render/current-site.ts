/** The site whose pages are rendered. Each process reads it once. */
import { applyBrand } from '@/brand/brand';
import { overrideStrings } from '@/i18n/strings';
import { overlayEntry } from '@/pipeline/preview/overlay-entry';
import { loadContent } from '@/site/prepare/snapshot';
import { buildSite, type Site } from '@/site/site';
import { currentPane } from './editor-pane';

async function readSite(): Promise<Site> {
  const content = await loadContent();
  overrideStrings(content.strings ?? {});
  applyBrand(content.brand);
  const pane = currentPane();
  return buildSite(pane ? overlayEntry(content, pane) : content);
}

let cachedSite: Promise<Site> | undefined;

/** Returns the whole site. In development it is read again for each page, so that changes appear. */
export function currentSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite();
  cachedSite ??= readSite();
  return cachedSite;
}
