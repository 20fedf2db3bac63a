import type { FormsSetup } from '@/config/forms';
import type { Site } from '@/site/site';
import {
  applicationDestinations,
  formOrigins,
  messagesDestination,
  type ApplicationDestination,
} from './application-destination';

/**
 * The destinations of all open opportunities, and the form for the editors. Throws a `FormsError` where an application
 * would go nowhere.
 */
export function siteFormDestinations(site: Site, forms: FormsSetup): readonly ApplicationDestination[] {
  const first = site.byLocale.get(site.locales[0] ?? 'en');
  if (!first) return [];
  const own = first.settings?.shared ?? {};
  const messages = messagesDestination(forms, own);
  return [
    ...applicationDestinations(first.opportunities, forms, own).values(),
    ...(messages ? [messages] : []),
  ];
}

/**
 * The origins that the site's forms send to, sorted: `['https://formspree.io']`. Throws a `FormsError` like
 * `siteFormDestinations`.
 */
export function formOriginsOfSite(site: Site, forms: FormsSetup): readonly string[] {
  return formOrigins(siteFormDestinations(site, forms));
}
