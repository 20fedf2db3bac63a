import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';

declare global {
  namespace App {
    /** What every page and component finds in `Astro.locals` (`middleware.ts`). */
    interface Locals {
      /** The language of the page. */
      locale: Locale;
      /** The strings of the interface in that language. */
      t: Translate;
    }
  }
}
