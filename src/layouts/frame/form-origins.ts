import { formOriginsOfSite } from '@/applications/transport/site-forms';
import type { Site } from '@/site/site';

const known = new WeakMap<Site, readonly string[]>();

/** The origins that the site's forms send to, which every page asks for. Throws a `FormsError` like `formOriginsOfSite`. */
export function siteFormOrigins(site: Site): readonly string[] {
  const origins = known.get(site) ?? formOriginsOfSite(site, process.env);
  known.set(site, origins);
  return origins;
}
