import { destinationsOf, formOrigins, readForms, type Destination } from '@/apply/destination';
import type { Environment } from '@/pipeline/prepare';
import type { Site } from '@/pipeline/site';

/** Where the applications to every open opportunity go. Throws a `FormsError` where one would go nowhere. */
export function formsOf(site: Site, env: Environment): readonly Destination[] {
  const forms = readForms(env);
  const first = site.byLocale.get(site.locales[0] ?? 'en');
  return first ? [...destinationsOf(first.opportunities, forms, first.settings?.shared ?? {}).values()] : [];
}

/** The origins that the site's forms send to, sorted: `['https://formspree.io']`. Throws a `FormsError` like `formsOf`. */
export function formOriginsOf(site: Site, env: Environment): readonly string[] {
  return formOrigins(formsOf(site, env));
}
