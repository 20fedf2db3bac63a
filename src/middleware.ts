import { defineMiddleware } from 'astro:middleware';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { currentSite } from '@/render/current-site';
import { withPane } from '@/render/editor-pane';
import { panePath } from '@/pipeline/preview/overlay-entry';

/** Gives components the language that the address names, else the site's first. */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const { pathname } = url;
  const locale = pathname.split('/').find(isLocale) ?? (await currentSite()).locales[0] ?? 'en';
  Object.assign(locals, { locale, t: translator(locale) });
  // While an editor writes, the page beside the form is made of what stands in it.
  return import.meta.env.DEV && pathname.startsWith(panePath) ? withPane(next) : next();
});
