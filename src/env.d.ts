import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';

declare global {
  namespace App {
    /** The values of `Astro.locals` in every page and component, set by `middleware.ts`. */
    interface Locals {
      /** The language of the page. */
      locale: Locale;
      /** The strings of the interface in that language. */
      t: Translate;
    }
  }
}
