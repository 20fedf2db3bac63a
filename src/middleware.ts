import { defineMiddleware } from 'astro:middleware';
import { isLocale } from '@/i18n/locales';
import { currentSite } from '@/render/current-site';
import { withPane } from '@/render/editor-pane';
import { setLocale } from '@/render/locals';
import { panePath } from '@/pipeline/preview/overlay-entry';

/** Gives components the language that the address names, else the site's first. */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const { pathname } = url;
  setLocale(locals, pathname.split('/').find(isLocale) ?? (await currentSite()).locales[0] ?? 'en');
  // While an editor writes, the page beside the form is made of what stands in it.
  return import.meta.env.DEV && pathname.startsWith(panePath) ? withPane(next) : next();
});
