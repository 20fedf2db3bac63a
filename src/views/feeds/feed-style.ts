/** The texts and colours of the style sheet of RSS feeds, for people who open a feed in a browser. */
import { currentBrand } from '@/brand/brand';
import { colourCss } from '@/brand/brand-files';
import { pathOf } from '@/i18n/routes';
import type { SiteContext } from '../frame/context';

export function feedStyleView({ t, own, siteUrl }: SiteContext) {
  const page = new URL(pathOf(own.locale, { to: 'section', section: 'subscribe' }), siteUrl).href;
  return {
    heading: t('subscribe.style.title'),
    text: t('subscribe.style.text', { page }),
    /** The site's colours as custom properties of `:root`. */
    colours: colourCss(currentBrand(), ['ground', 'ink', 'ink-2', 'wash', 'line']),
  };
}
