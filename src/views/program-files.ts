/** Small files of a site that programs read: its manifest, the style of its feeds, its security contact. */
import { currentBrand, longHex } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { dayMs } from '@/model/time/lifecycle';
import { pathOf } from '@/i18n/routes';
import { siteName, siteTagline, type SiteContext } from './frame/context';

/** The web app manifest of a language. */
export function manifestView(context: SiteContext) {
  return {
    locale: context.own.locale,
    name: siteName(context),
    description: siteTagline(context),
    /** The ground of the light scheme, `#rrggbb`. */
    background: longHex(currentBrand().light.ground),
  };
}

/** The texts and colours of the style sheet of RSS feeds, for people who open a feed in a browser. */
export function feedStyleView({ t, own, siteUrl }: SiteContext) {
  const page = new URL(pathOf(own.locale, { to: 'section', section: 'subscribe' }), siteUrl).href;
  return {
    heading: t('subscribe.style.title'),
    text: t('subscribe.style.text', { page }),
    /** The site's colours as custom properties of `:root`. */
    colours: colourCss(currentBrand(), ['ground', 'ink', 'ink-2', 'wash', 'line']),
  };
}

/**
 * How many days the contact is valid: the standard recommends less than a year, and a site that is no longer built
 * should not promise an answer.
 */
const validDays = 180;

/** The contact of a site; undefined where it has no address. It expires half a year after the build. */
export function securityView({ byLocale, locales, now }: SiteContext['site'], siteUrl: URL) {
  const [own] = byLocale.values();
  const address = own?.settings?.shared.contactEmail;
  if (address === undefined) return undefined;
  const expires = new Date(now + validDays * dayMs).toISOString().slice(0, 10);
  return { address, locales, expires, siteUrl: siteUrl.href };
}
