import type { FormsSetup } from '@/config/forms';
import type { Site } from '@/site/site';
import { destinationsOf, formOrigins, messagesForm, type ApplicationDestination } from './destination';

/**
 * Where the applications to every open opportunity go, and what is written to the editors. Throws a `FormsError` where
 * an application would go nowhere.
 */
export function formsOf(site: Site, forms: FormsSetup): readonly ApplicationDestination[] {
  const first = site.byLocale.get(site.locales[0] ?? 'en');
  if (!first) return [];
  const own = first.settings?.shared ?? {};
  const messages = messagesForm(forms, own);
  return [...destinationsOf(first.opportunities, forms, own).values(), ...(messages ? [messages] : [])];
}

/** The origins that the site's forms send to, sorted: `['https://formspree.io']`. Throws a `FormsError` like `formsOf`. */
export function formOriginsOf(site: Site, forms: FormsSetup): readonly string[] {
  return formOrigins(formsOf(site, forms));
}
