import { formOriginsOf } from '@/applications/transport/site-forms';
import { renderConfig } from '@/config/render';
import type { Site } from '@/site/site';

const known = new WeakMap<Site, readonly string[]>();

/** The origins that the site's forms send to, which every page asks for. Throws a `FormsError` like `formOriginsOf`. */
export function siteFormOrigins(site: Site): readonly string[] {
  const origins = known.get(site) ?? formOriginsOf(site, renderConfig().forms);
  known.set(site, origins);
  return origins;
}
