import { readFormsSetup } from '@/applications/transport/application-destination';
import { siteFormDestinations } from '@/applications/transport/site-forms';
import type { Environment } from '@/site/prepare/prepare';
import type { Site } from '@/site/site';

/** Throws a `FormsError` where forms are set up wrongly, or an application would go nowhere. */
export function assertForms(site: Site, env: Environment): void {
  siteFormDestinations(site, readFormsSetup(env));
}
