import { siteFormDestinations } from '@/applications/transport/application-destination';
import type { FormsSetup } from '@/config/forms';
import type { Site } from '@/site/site';

/** Throws a `FormsError` if applications to an opportunity would have no destination. */
export function assertForms(site: Site, forms: FormsSetup): void {
  siteFormDestinations(site, forms);
}
