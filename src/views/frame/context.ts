/** The context that every view is made from. */
import type { FormsSetup } from '@/config/forms';
import type { Locale } from '@/i18n/locales';
import { translator, type Translate } from '@/i18n/translate';
import type { LocaleSite, Site } from '@/site/site';

/** The address of the site, and the destinations of its forms. */
interface Deployment {
  /** The absolute address of the site. */
  readonly siteUrl: URL;
  readonly forms: FormsSetup;
  /** The origins of all of the site's forms, sorted: what waits to be sent is sent from any page. */
  readonly formOrigins: readonly string[];
}

/** The context of files without forms. */
export interface SiteContext {
  /** The absolute address of the site. */
  readonly siteUrl: URL;
  readonly t: Translate;
  readonly site: Pick<Site, 'locales' | 'byLocale' | 'now' | 'pictures'>;
  /** The language of the file. */
  readonly own: LocaleSite;
}

/** The context of pages. */
export interface ViewContext extends SiteContext, Deployment {
  readonly locale: Locale;
  readonly site: Site;
}

/** The contexts of a site's languages, in their order. */
export function siteContexts(site: SiteContext['site'], siteUrl: URL): SiteContext[] {
  return [...site.byLocale.values()].map((own) => ({ siteUrl, t: translator(own.locale), site, own }));
}

/** The context of the pages of a language. */
export function viewContext(site: Site, own: LocaleSite, deployment: Deployment): ViewContext {
  const { locale } = own;
  return { ...deployment, locale, t: translator(locale), site, own };
}

/** The service's name in the language of the page. */
export const siteName = ({ own, t }: Pick<SiteContext, 'own' | 't'>): string =>
  own.settings?.texts.name?.value ?? t('site.name');

/** The service in one sentence. */
export const siteTagline = ({ own, t }: Pick<SiteContext, 'own' | 't'>): string =>
  own.settings?.texts.tagline?.value ?? t('site.tagline');
